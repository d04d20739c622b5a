import { describe, expect, it } from 'vitest';
import { reference } from '#kit/testing';

const cycle: reference.Cycle = {
  peak: 10,
  warmUp: 0.25,
  divide: 25,
  finalDivide: 1e5,
  momentums: [0.95, 0.85, 0.9],
};

describe('half a wave', () => {
  it.each([
    [0, 200],
    [0.25, 250 - 50 * Math.SQRT1_2],
    [0.5, 250],
    [0.75, 250 + 50 * Math.SQRT1_2],
    [1, 300],
  ])('at %d is %d', (position, expected) => {
    expect(reference.cosine(200, 300, position)).toBeCloseTo(expected, 10);
    expect(reference.cosine(300, 200, 1 - position)).toBeCloseTo(expected, 10);
  });

  it("is fastai's formula", () => {
    for (let position = 0; position <= 1; position += 1 / 32) {
      const expected = 0.4 + ((1 + Math.cos(Math.PI * (1 - position))) * (10 - 0.4)) / 2;
      expect(reference.cosine(0.4, 10, position)).toBeCloseTo(expected, 12);
    }
  });
});

describe('one cycle', () => {
  it.each([
    [0, 0.4, 0.95],
    [0.125, 5.2, 0.9],
    [0.25, 10, 0.85],
    [0.625, 5.00005, 0.875],
    [1, 1e-4, 0.9],
  ])('at %d has the rate %d and the momentum %d', (position, rate, momentum) => {
    const moment = reference.oneCycle(position, cycle);
    expect(moment.learningRate).toBeCloseTo(rate, 12);
    expect(moment.momentum).toBeCloseTo(momentum, 12);
  });

  it('ends, after 25,000 steps, with a rate of 1.0007e-4', () => {
    expect(reference.oneCycle(24_999 / 25_000, cycle).learningRate).toBeCloseTo(1.0007e-4, 8);
  });
});
