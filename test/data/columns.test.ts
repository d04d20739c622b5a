import { describe, expect, test } from 'vitest';
import { phoneBills, years } from '#kit/data';
import { statistics } from './statistics';

describe('years', () => {
  test('run from 1950 to 2020', () => {
    expect([years().length, years()[0], years()[70]]).toEqual([71, 1950, 2020]);
    years().fill(0);
    expect(years()[0]).toBe(1950);
  });
});

describe('phoneBills', () => {
  test('are 1,000 positive bills with mean $40 and standard deviation $27, for every seed', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const bills = phoneBills(seed);
      expect(bills.length).toBe(1_000);
      expect(Math.min(...bills)).toBeGreaterThan(0);
      const { mean, deviation } = statistics(bills);
      // Rounding to cents moves each bill by half a cent at most, and so both figures; float32 adds a little.
      expect(Math.abs(mean - 40)).toBeLessThan(0.0051);
      expect(Math.abs(deviation - 27)).toBeLessThan(0.0051);
    }
  });

  test('come in whole cents', () => {
    for (const bill of phoneBills()) expect(bill).toBe(Math.fround(Math.round(bill * 100) / 100));
  });

  test('lean: more than half of the people pay less than the mean', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      expect(phoneBills(seed).filter((bill) => bill < 40).length).toBeGreaterThan(500);
    }
  });

  test('are the same for the same seed', () => {
    expect(phoneBills()).toEqual(phoneBills(0));
    expect(phoneBills(1)).not.toEqual(phoneBills(2));
  });
});
