import { describe, expect, it } from 'vitest';
import { inColumn, inDigits, inPerCent } from '#kit/words';

describe('a number in words', () => {
  it.each<[number, string, string]>([
    [475.2, '475.2', '475.2'],
    [4.6, '4.6', '4.600'],
    [0.0012, '0.0012', '0.001200'],
    [5.2e-5, '5.2e-5', '5.20e-5'],
    // The zero belongs to the exponent.
    [1.37e-10, '1.37e-10', '1.37e-10'],
    [4e-20, '4e-20', '4.00e-20'],
    [1e10, '1e10', '1.00e10'],
    [1_000, '1,000', '1,000'],
    [NaN, 'overflow', 'overflow'],
  ])('%d is as short as it gets, or in even digits for a column', (value, short, column) => {
    expect([inDigits(value), inColumn(value)]).toEqual([short, column]);
  });

  it.each<[number, string]>([
    [1e-8, 'less than 0.0001 %'],
    [3.7e-6, '0.0004 %'],
    [0.093, '9.3 %'],
    [26.9, '2,690 %'],
  ])('%d as a share', (share, words) => {
    expect(inPerCent(share)).toBe(words);
  });
});
