import type { Terminal } from '../terminal';

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

/** The names of all keys. @param instead what is shown instead of the page of the lesson */
export function namedKeys({ colour }: Terminal, instead: 'aside' | 'question' | undefined): string[] {
  const named = (key: string, name: string) => `${colour.bold(`[${key}]`)} ${name}`;
  if (instead === 'question') return [named('y', 'yes'), named('n', 'no')];
  const all = Object.entries(KEYS).map(([key, name]) => named(key, name));
  return instead === undefined ? all : [named('esc', 'back'), ...all];
}
