import { describe, expect, it } from 'vitest';
import { closeFloat64, refusesValues, unchangedList } from '#kit/testing';
import { todo } from '#kit/todo';

const rates = Float64Array.of(0.1, 1);

describe('closeFloat64', () => {
  it('passes within the tolerance, and where NaN is expected', () => {
    closeFloat64(Float64Array.of(0.15, 1), rates, [0.1, 0]);
    closeFloat64(Float64Array.of(0.15, 1.05), rates, 0.1);
    closeFloat64(Float64Array.of(2, NaN), Float64Array.of(2, NaN), 0);
  });

  it.each([
    ['the entry that is wrong', Float64Array.of(0.1, 3), /^Entry 1 is the first/],
    ['NaN', Float64Array.of(NaN, 1), /NaN/],
    ['another length', Float64Array.of(0.1), /There are 1 entries; there should be 2/],
    ['a Float32Array', Float32Array.of(0.1, 1), /A Float64Array should come back/],
    ['a plain array', [0.1, 1], /A Float64Array should come back/],
    ['nothing', undefined, /Is a `return` missing/],
    ['a Promise', Promise.resolve(rates), /Is an `await` missing/],
  ])('fails on %s, in words', (_, got, words) => {
    expect(() => closeFloat64(got, rates, 0.01)).toThrow(words);
  });

  it('names what differs', () => {
    expect(() => closeFloat64(Float64Array.of(1, 1), rates, 0, 'The rates')).toThrow(
      /^The rates differ\. Entry/,
    );
    expect(() => closeFloat64([], rates, 0, 'The rates')).toThrow(/^The rates differ\. A Float64Array/);
  });
});

describe('unchangedList', () => {
  it('passes when every entry is what it was', () => {
    unchangedList(Float64Array.of(1, NaN), [1, NaN]);
    unchangedList([0.95, 0.85], [0.95, 0.85]);
  });

  it.each([
    ['another entry', [0.95, 0.8]],
    ['one less', [0.95]],
    ['one more', [0.95, 0.85, 1]],
  ])('fails on %s', (_, input) => {
    expect(() => unchangedList(input, [0.95, 0.85])).toThrow(/overwritten/);
  });
});

describe('refusesValues', () => {
  const throwing = (error: Error) => () => Promise.reject(error);
  const check = (call: () => Promise<unknown>) => refusesValues('A position below 0', call, -0.25);

  it('passes when the value is refused by its name', async () => {
    await expect(check(throwing(new RangeError('got -0.25.')))).resolves.toBeUndefined();
  });

  it.each([
    ['a call that goes on', () => Promise.resolve(3)],
    ['another kind of error', throwing(new TypeError('got -0.25'))],
    ['an error without the value', throwing(new RangeError('position?'))],
  ])('fails on %s, and says what should be refused', async (_, call) => {
    await expect(check(call)).rejects.toThrow(
      'A position below 0 should be refused with a RangeError that names -0.25.',
    );
  });

  it('lets an exercise that is not begun say so', async () => {
    await expect(check(async () => todo('cosine'))).rejects.toThrow(/cosine/);
  });
});
