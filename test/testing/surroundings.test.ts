import { describe, expect, it } from 'vitest';
import { areUnchanged, surroundings } from '../../src/testing/surroundings';

const { map } = Array.prototype;

describe('what a run has left behind', () => {
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
      'another class under the name of one',
      () => {
        const { Float32Array: own } = globalThis;
        Reflect.set(globalThis, 'Float32Array', Float64Array);
        return () => Reflect.set(globalThis, 'Float32Array', own);
      },
    ],
    [
      'another time',
      () => {
        const { now } = Date;
        Reflect.set(Date, 'now', () => 7);
        return () => Reflect.set(Date, 'now', now);
      },
    ],
    [
      'an entry of the environment',
      () => {
        process.env['LEFT'] = 'behind';
        return () => Reflect.deleteProperty(process.env, 'LEFT');
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
    const takeAway = leave();
    const after = surroundings();
    takeAway();
    expect(areUnchanged(before, after)).toBe(false);
  });
});
