import { afterEach, describe, expect, it } from 'vitest';
import { areUnchanged, surroundings } from '../../src/testing/surroundings';

const { map } = Array.prototype;

describe('what a run has left behind', () => {
  const undo: (() => unknown)[] = [];
  afterEach(() => {
    for (const each of undo.splice(0)) each();
  });

  it('is nothing, where nothing was done', () => {
    const before = surroundings();
    expect([3, 1, 2].toSorted()).toEqual([1, 2, 3]);
    // Node makes it when it is first asked for.
    expect(new TextDecoder().encoding).toBe('utf-8');
    expect(areUnchanged(before, surroundings())).toBe(true);
  });

  it.each<[string, () => () => unknown]>([
    [
      'a method that was replaced',
      () => {
        Reflect.set(Array.prototype, 'map', () => []);
        return () => Reflect.set(Array.prototype, 'map', map);
      },
    ],
    [
      'a method that was added',
      () => {
        Reflect.defineProperty(Float32Array.prototype, 'sum', { value: () => 0, configurable: true });
        return () => Reflect.deleteProperty(Float32Array.prototype, 'sum');
      },
    ],
    [
      'a global name',
      () => {
        Reflect.set(globalThis, 'counter', 1);
        return () => Reflect.deleteProperty(globalThis, 'counter');
      },
    ],
    [
      'a timer',
      () => {
        const timer = setInterval(() => undefined, 1_000);
        return () => clearInterval(timer);
      },
    ],
  ])('is %s', (_, leave) => {
    const before = surroundings();
    undo.push(leave());
    expect(areUnchanged(before, surroundings())).toBe(false);
  });
});
