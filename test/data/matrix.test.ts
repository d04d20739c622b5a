import { describe, expect, test } from 'vitest';
import { Matrix } from '#kit/data';

const cars = () =>
  Matrix.fromRows([
    [8, 360, 175],
    [4, 97, 48],
  ]);

describe('Matrix', () => {
  test('keeps its rows one after another', () => {
    expect(cars()).toMatchObject({ rows: 2, columns: 3 });
    expect([...cars().data]).toEqual([8, 360, 175, 4, 97, 48]);
    expect(cars().at(1, 0)).toBe(4);
    expect([...cars().row(1)]).toEqual([4, 97, 48]);
  });

  test('begins with zeros when no data is given, and may be empty', () => {
    expect([...new Matrix(2, 2).data]).toEqual([0, 0, 0, 0]);
    expect(Matrix.fromRows([])).toMatchObject({ rows: 0, columns: 0 });
  });

  test('keeps the array it is given, and copies the rows it is made from', () => {
    const data = new Float32Array(6);
    expect(new Matrix(2, 3, data).data).toBe(data);
    const row = Float32Array.of(1, 2);
    const copy = Matrix.fromRows([row]);
    row[0] = 99;
    expect(copy.at(0, 0)).toBe(1);
  });

  test('gives copies of rows, never a window', () => {
    const table = cars();
    table.row(0)[0] = 99;
    table.take(Uint32Array.of(0)).data[0] = 99;
    expect(table.at(0, 0)).toBe(8);
  });

  test('takes rows in any order, and more than once', () => {
    expect([...cars().take(Uint32Array.of(1, 0, 1)).data]).toEqual([4, 97, 48, 8, 360, 175, 4, 97, 48]);
    expect(cars().take(new Uint32Array(0))).toMatchObject({ rows: 0, columns: 3 });
  });

  test.each([
    [() => new Matrix(2, 3, new Float32Array(5)), /2×3 Matrix holds 6 values, but the data has 5/],
    [() => new Matrix(-1, 3), /not -1×3/],
    [() => new Matrix(1.5, 3), /not 1.5×3/],
    [() => Matrix.fromRows([[1, 2], [3]]), /Row 1 has 1 values, but row 0 has 2/],
    [() => cars().at(2, 0), /\(2, 0\) lies outside a 2×3/],
    [() => cars().at(0, 3), /\(0, 3\) lies outside a 2×3/],
    [() => cars().at(0, -1), /\(0, -1\) lies outside a 2×3/],
    [() => cars().at(1 / 3, 0), /lies outside a 2×3/],
    [() => cars().at(0, 0.5), /lies outside a 2×3/],
    [() => cars().at(NaN, 0), /lies outside a 2×3/],
    [() => cars().row(2), /Row 2 lies outside a 2×3/],
    [() => cars().take(Uint32Array.of(0, 2)), /Row 2 lies outside a 2×3/],
  ])('names the sizes that do not fit (%#)', (wrong, words) => {
    expect(wrong).toThrow(RangeError);
    expect(wrong).toThrow(words);
  });
});
