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
  q: 'quit',
} as const;

export type CommandKey = keyof typeof KEYS;

export function isCommandKey(key: string): key is CommandKey {
  return Object.hasOwn(KEYS, key);
}

/** The names of all keys. @param isAside something else than the page of the lesson is shown */
export function namedKeys({ colour }: Terminal, isAside: boolean): string[] {
  const back = isAside ? [['esc', 'back'] as const] : [];
  return [...back, ...Object.entries(KEYS)].map(([key, name]) => `${colour.bold(`[${key}]`)} ${name}`);
}
