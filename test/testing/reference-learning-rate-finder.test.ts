import { describe, expect, it } from 'vitest';
import { reference } from '#kit/testing';

describe('rates', () => {
  it('from 0.001 to 1,000 in six steps are decades, without the end', () => {
    const rates = reference.learningRates(0.001, 1000, 6);
    expect(rates.length).toBe(6);
    [0.001, 0.01, 0.1, 1, 10, 100].forEach((rate, i) => expect(rates[i]! / rate).toBeCloseTo(1, 12));
  });
});

describe('smoothed losses', () => {
  it('are weighted means, worked out by hand', () => {
    const line = reference.smoothed([4, 8, 2], 0.5);
    [4, 20 / 3, 4].forEach((loss, i) => expect(line[i]).toBeCloseTo(loss, 12));
  });

  it('are the losses themselves without a memory, and their means with an endless one', () => {
    expect([...reference.smoothed([4, 8, 2], 0)]).toEqual([4, 8, 2]);
    const [, second, third] = reference.smoothed([4, 8, 3], 1 - 1e-12);
    expect(second).toBeCloseTo(6, 9);
    expect(third).toBeCloseTo(5, 9);
  });
});

describe('a sweep', () => {
  it('ends with the batch that lifts the smoothed loss above four times its best', () => {
    expect(reference.sweep([100, 80, 60, 50, 900, 5000, 9000])).toEqual({ batches: 6, least: 3 });
  });

  it('sees every loss where none explodes', () => {
    expect(reference.sweep([9, 8, 7, 6])).toEqual({ batches: 4, least: 3 });
    expect(reference.sweep([6])).toEqual({ batches: 1, least: 0 });
  });
});
