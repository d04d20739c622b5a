import { describe, expect, it } from 'vitest';
import { Matrix } from '#kit/testing';
import { literal } from '../../src/testing/literal';

describe('literal', () => {
  it.each([
    [0.1, '0.1'],
    [-0, '-0'],
    ['text', "'text'"],
    [undefined, 'undefined'],
    [Float32Array.of(0.1, 1 / 3, 1e10), '[0.1, 0.33333334, 10000000000]'],
    [new Matrix(2, 1, Float32Array.of(1, 2)), '[[1], [2]]'],
    [new Matrix(0, 3), 'a table of 0 rows and 3 columns'],
    [new Matrix(4e9, 0), 'a table of 4000000000 rows and 0 columns'],
    [new Matrix(20, 1), '[[0], [0], [0], [0], [0], [0], … 11 more …, [0], [0], [0]]'],
    [{ weights: Float32Array.of(1), bias: 2 }, '{ weights: [1], bias: 2 }'],
    [new RangeError('no'), 'RangeError: no'],
  ])('writes %s as %s', (value, text) => {
    expect(literal(value)).toBe(text);
  });

  it('cuts a long column in the middle', () => {
    expect(literal(Float32Array.from({ length: 20 }, (_, index) => index))).toBe(
      '[0, 1, 2, 3, 4, 5, … 11 more …, 17, 18, 19]',
    );
  });

  it('writes float32 values with the fewest digits that mean the same', () => {
    const values = Float32Array.from({ length: 12 }, (_, index) => Math.sin(index + 1) * 10 ** (index - 6));
    const back = JSON.parse(literal(values)) as number[];
    expect(Float32Array.from(back)).toEqual(values);
  });
});
