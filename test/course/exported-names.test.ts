import { describe, expect, it } from 'vitest';
import { exportedNames } from '../../src/course/exported-names';

describe('the names that a file exports', () => {
  it.each<[string, string, readonly string[] | undefined]>([
    [
      'functions and constants',
      'export async function a(): Promise<number> { return 1 } export const b = 2;',
      ['a', 'b'],
    ],
    ['not types, and nothing from within', 'export interface A {} export type B = 1; function c() {}', []],
    ['names that are given at the end', 'function a() {} export { a as b };', ['b']],
    ['names that are passed on', `export { a } from '../01-hello-kernel/exercise';`, ['a']],
    ['unknown, where everything is passed on', `export * from './helper';`, undefined],
    ['unknown, in a half-written file', 'export function a( {', undefined],
  ])('are %s', async (_, text, names) => {
    expect(await exportedNames(text)).toEqual(names);
  });
});
