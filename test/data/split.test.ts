import { describe, expect, test } from 'vitest';
import { articleData, Matrix, split, type Dataset } from '#kit/data';

/** Row i holds i and −i, its target is i: a row that lost its target shows. */
function numbered(rows: number): Dataset {
  const x = Matrix.fromRows(Array.from({ length: rows }, (_, row) => [row, -row]));
  return { x, targets: Float32Array.from({ length: rows }, (_, row) => row) };
}

describe('split', () => {
  test('puts every row in exactly one part, with its own target, for every seed', () => {
    const whole = numbered(50);
    for (let seed = 0; seed < 200; seed += 1) {
      const { train, valid } = split(whole, seed);
      expect([train.x.rows, valid.x.rows]).toEqual([40, 10]);
      const rows = [...train.targets, ...valid.targets].sort((a, b) => a - b);
      expect(rows).toEqual([...whole.targets]);
      for (const part of [train, valid]) {
        part.targets.forEach((target, row) => expect([...part.x.row(row)]).toEqual([target, -target]));
      }
    }
  });

  test('parts the same way for the same seed, another way for another', () => {
    expect(split(numbered(50), 7)).toEqual(split(numbered(50), 7));
    expect(split(numbered(50), 7).valid.targets).not.toEqual(split(numbered(50), 8).valid.targets);
  });

  test('gives every row its turn in validation', () => {
    const turns = new Uint32Array(20);
    const count = 2_000;
    for (let seed = 0; seed < count; seed += 1) {
      for (const row of split(numbered(20), seed).valid.targets) turns[row]! += 1;
    }
    const error = Math.sqrt(count * 0.2 * 0.8);
    for (const times of turns) expect(Math.abs(times - count * 0.2)).toBeLessThan(6 * error);
  });

  test.each([
    [392, 0.2, 78],
    [2_000, 0.2, 400],
    [100, 0.29, 29],
    [10, 0.5, 5],
    [2, 0.2, undefined],
    [3, 0.2, 1],
  ])('of %d rows, a share of %d holds back %s', (rows, share, held) => {
    if (held === undefined) expect(() => split(numbered(rows), 1, share)).toThrow(RangeError);
    else expect(split(numbered(rows), 1, share).valid.x.rows).toBe(held);
  });

  test('keeps the names, and leaves the data set as it was', () => {
    const whole = articleData(3, { rows: 20 });
    const before = whole.x.data.slice();
    const { train, valid } = split(whole, 3);
    for (const part of [train, valid]) {
      expect(part).toMatchObject({
        name: 'article',
        columns: whole.columns,
        target: 'y',
        truth: whole.truth,
      });
    }
    train.x.data.fill(0);
    expect(whole.x.data).toEqual(before);
  });

  test('names the sizes that do not fit', () => {
    const wrong = { x: new Matrix(3, 1), targets: new Float32Array(2) };
    expect(() => split(wrong, 1)).toThrow(new RangeError('The data set has 3 rows, but 2 targets.'));
    for (const share of [0, 1, -1, 2, NaN]) {
      expect(() => split(numbered(10), 1, share)).toThrow(RangeError);
      expect(() => split(numbered(10), 1, share)).toThrow(`A share of ${share} of 10 rows`);
    }
    expect(() => split(numbered(0), 1)).toThrow('of 0 rows');
  });
});
