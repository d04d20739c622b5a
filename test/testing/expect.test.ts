import { describe, expect, it } from 'vitest';
import { NotStarted, todo } from '#kit/todo';
import { close, closeModel, closeStandardizer, equal, Matrix, refuses, unchanged } from '#kit/testing';

const column = Float32Array.of(1, 2);
const table = new Matrix(1, 2, column);

describe('close', () => {
  it('passes within the tolerance, for numbers, columns and tables', () => {
    close(1.05, 1, 0.1);
    close(Float32Array.of(1.05, 2), column, [0.1, 0]);
    close(new Matrix(1, 2, Float32Array.of(1.05, 2)), table, 0.1);
    equal(NaN, NaN);
  });

  it.each([
    ['another number', () => close(1.2, 1, 0.1), /not right/],
    ['NaN', () => close(NaN, 1, 1e9), /It is NaN: that comes of/],
    ['NaN in a column', () => close(Float32Array.of(1, NaN), column, 1e9), /Entry 1 .* It is NaN/],
    ['NaN for a tolerance', () => close(2, 1, NaN), /not right/],
    ['the entry that is wrong', () => close(Float32Array.of(1, 3), column, 0.1), /Entry 1 is the first/],
    ['the cell that is wrong', () => close(new Matrix(1, 2), table, 0), /Row 0, column 0/],
    ['another length', () => equal(Float32Array.of(1), column), /has 1 value; it should have 2/],
    [
      'another shape',
      () => equal(new Matrix(2, 1, column), table),
      /2 rows and 1 column; it should have 1 row and 2 columns/,
    ],
    ['nothing', () => equal(undefined, column), /Is a `return` missing/],
    ['a Promise', () => equal(Promise.resolve(column), column), /Is an `await` missing/],
    ['a plain array', () => equal([1, 2], column), /A plain array came back/],
    ['an empty column', () => equal(new Float32Array(0), column), /has 0 values.* made of a Promise/],
    ['float64 numbers', () => equal(Float64Array.of(1, 2), column), /A Float64Array came back/],
    ['a table for a column', () => equal(table, column), /A Matrix came back.* its `data`/],
    ['a column for a number', () => equal(column, 1), /^A number should come back\.$/],
    ['a list of one for a number', () => equal([1], 1), /A list came back, with the number in it/],
    ['a column for a table', () => equal(column, table), /A Matrix should come back\. A column came back/],
    ['rows for a table', () => equal([column], table), /`Matrix.fromRows\(…\)`/],
  ])('fails on %s, in words', (_, check, words) => {
    expect(check).toThrow(words);
  });
});

describe('closeModel', () => {
  const line = { weights: column, bias: 5 };

  it('passes when weights and bias are within their tolerance', () => {
    closeModel({ weights: Float32Array.of(1.05, 2), bias: 5.5 }, line, { weights: [0.1, 0], bias: 1 });
  });

  it.each([
    ['another weight', { weights: Float32Array.of(1, 3), bias: 5 }, /^The weights differ\. Entry 1/],
    ['another bias', { weights: column, bias: 6 }, /^The bias is not right/],
    ['a plain array', { weights: [1, 2], bias: 5 }, /A plain array came back/],
    ['nothing', undefined, /Is a `return` missing/],
    ['weights alone', column, /Weights and a bias should come back/],
  ])('fails on %s, in words', (_, got, words) => {
    expect(() => closeModel(got, line, { weights: 0, bias: 0 })).toThrow(words);
  });

  it('says whose numbers they are', () => {
    const check = () => closeModel({ ...line, bias: 6 }, line, { weights: 0, bias: 0 }, 'snapshot 3');
    expect(check).toThrow('The bias of snapshot 3 is not right.');
  });
});

describe('closeStandardizer', () => {
  const known = { means: column, standardDeviations: Float32Array.of(3, 0) };

  it('passes within the tolerance, and without one for the same numbers', () => {
    closeStandardizer({ means: Float32Array.of(1, 2), standardDeviations: Float32Array.of(3, 0) }, known);
    const near = { means: Float32Array.of(1.05, 2), standardDeviations: Float32Array.of(3, 0.5) };
    closeStandardizer(near, known, { means: [0.1, 0], standardDeviations: 1 });
  });

  it.each([
    ['another mean', { ...known, means: Float32Array.of(1, 3) }, /^The means differ\. Entry 1/],
    [
      'another deviation',
      { ...known, standardDeviations: column },
      /^The standard deviations differ\. Entry 0/,
    ],
    ['nothing', undefined, /Is a `return` missing/],
    ['means alone', column, /Means and deviations should come back/],
  ])('fails on %s, in words', (_, got, words) => {
    expect(() => closeStandardizer(got, known)).toThrow(words);
  });
});

describe('refuses', () => {
  const rejecting = (message: string) => () => Promise.reject(new RangeError(message));

  it('passes when the RangeError names the sizes', async () => {
    await refuses(rejecting('got 0.'), 0);
    await refuses(rejecting('expected 12 values, and got 3'), 12, 3);
  });

  it('is not content with another number that holds the digits', async () => {
    await expect(refuses(rejecting('got 10.'), 0)).rejects.toThrow('should name the sizes');
    await expect(refuses(rejecting('got 0.5'), 0)).rejects.toThrow('should name the sizes');
  });

  it('fails when nothing is refused, or with another error', async () => {
    await expect(refuses(async () => column, 0)).rejects.toThrow('Empty input should be refused');
    await expect(refuses(async () => column, 3, 4)).rejects.toThrow('Sizes that do not fit');
    await expect(refuses(() => Promise.reject(new Error('got 0')), 0)).rejects.toThrow(
      'not with a RangeError',
    );
    const text = refuses(() => Promise.reject('got 0'), 0);
    await expect(text).rejects.toThrow('not with a RangeError: what is thrown is no Error');
    await expect(text).rejects.toMatchObject({ got: "'got 0'" });
  });

  it('does not take "not started" for a refusal', async () => {
    await expect(refuses(async () => todo('mean'), 0)).rejects.toThrow(NotStarted);
  });
});

describe('unchanged', () => {
  it('tells a changed input', () => {
    unchanged(column, Float32Array.of(1, 2));
    expect(() => unchanged(column, Float32Array.of(1, 3))).toThrow('The input was overwritten');
    const line = { weights: column, bias: 5 };
    unchanged(line, { weights: Float32Array.of(1, 2), bias: 5 });
    expect(() => unchanged(line, { weights: column, bias: 6 })).toThrow('The input was overwritten');
  });
});
