import type { Terminal } from '#kit/pages';

/** What a key does, in the order in which the names stand on the screen. */
export const KEYS = {
  n: 'next',
  p: 'previous',
  l: 'list',
  h: 'hint',
  o: 'open README',
  c: 'compare',
  a: 'adopt',
  s: 'start over',
  t: 'test all',
  r: 'race',
  b: 'lab',
  q: 'quit',
} as const;

export type CommandKey = keyof typeof KEYS;

export function isCommandKey(key: string): key is CommandKey {
  return Object.hasOwn(KEYS, key);
}

/** These are for a lesson whose solution is here. */
const OF_SOLUTIONS: readonly string[] = ['c', 'a'];

/** What the names of keys depend on. */
export interface Keyboard {
  /** What is shown instead of the page of the lesson. */
  readonly instead: 'aside' | 'question' | undefined;
  readonly hasSolution: boolean;
}

/** The names of all keys. */
export function namedKeys({ colour }: Terminal, { instead, hasSolution }: Keyboard): string[] {
  const named = (key: string, name: string) => `${colour.bold(`[${key}]`)} ${name}`;
  if (instead === 'question') return [named('y', 'yes'), named('n', 'no')];
  const all = Object.entries(KEYS)
    .filter(([key]) => hasSolution || !OF_SOLUTIONS.includes(key))
    .map(([key, name]) => named(key, name));
  return instead === undefined ? all : [named('esc', 'back'), ...all];
}
