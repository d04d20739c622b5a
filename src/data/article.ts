import { scales as articleScales } from './article-figures';
import type { MadeDataset } from './dataset';
import { Matrix } from './matrix';
import { Random } from './random';

export interface ArticleOptions {
  /** How many rows; the article has 200,000. */
  readonly rows?: number;
  /** One factor for each column; the article's own ten when left out. */
  readonly scales?: ArrayLike<number>;
}

/**
 * The article's data: inputs uniform between 0 and 1, and y = Σ scale · x.
 *
 * @returns `x` of rows×d, d the number of scales, columns x1 … xd. The targets are computed in float64
 * from the stored inputs, and rounded once. No units.
 * @throws RangeError for fewer than 1 row, no scales, or a scale that is no number.
 */
export function articleData(
  seed: number,
  { rows = 200_000, scales = articleScales }: ArticleOptions = {},
): MadeDataset {
  const weights = checkedScales(scales);
  const x = uniformTable(seed, rows, weights.length);
  return {
    name: 'article',
    x,
    targets: weightedSums(x, weights),
    columns: columnNames(weights.length),
    target: 'y',
    source: `Made from seed ${seed} by the article's recipe: x uniform between 0 and 1, y = Σ scale · x.`,
    truth: { weights, bias: 0 },
  };
}

/**
 * The line that the article commented out: the inputs carry the scales, and y is their plain sum.
 * The inputs are those of `articleData` for the same seed, each column times its scale.
 *
 * @returns `x` of rows×d, column j from 0 to scale j; the true weights are all 1. No units.
 * @throws RangeError for fewer than 1 row, no scales, or a scale that is no number.
 */
export function scaledArticleData(
  seed: number,
  { rows = 200_000, scales = articleScales }: ArticleOptions = {},
): MadeDataset {
  const factors = checkedScales(scales);
  const columns = factors.length;
  const x = uniformTable(seed, rows, columns);
  for (let cell = 0; cell < x.data.length; cell += 1) x.data[cell]! *= factors[cell % columns]!;
  const weights = new Float32Array(columns).fill(1);
  return {
    name: 'article-scaled',
    x,
    targets: weightedSums(x, weights),
    columns: columnNames(columns),
    target: 'y',
    source: `Made from seed ${seed} by the article's commented-out line: x uniform times scale, y = Σ x.`,
    truth: { weights, bias: 0 },
  };
}

/** Whole scales from 0 to 99, not all 0, as the article drew its own. @throws RangeError for a count below 1. */
export function randomScales(seed: number, count = 10): Float32Array {
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new RangeError(`randomScales needs a whole count of 1 or more, not ${count}.`);
  }
  const random = new Random(seed, 'scales');
  const scales = new Float32Array(count);
  do scales.forEach((_, index) => (scales[index] = random.integer(0, 99)));
  while (
    // All 0 would make y constant: nothing to learn, and no variance to compare a loss with.
    scales.every((scale) => scale === 0)
  );
  return scales;
}

function checkedScales(scales: ArrayLike<number>): Float32Array {
  const checked = Float32Array.from(scales);
  if (checked.length === 0) throw new RangeError('The article data needs at least 1 scale, not 0.');
  const wrong = checked.findIndex((scale) => !Number.isFinite(scale));
  if (wrong >= 0)
    throw new RangeError(`Scale ${wrong} of ${checked.length} is ${scales[wrong]}, not a number.`);
  return checked;
}

function uniformTable(seed: number, rows: number, columns: number): Matrix {
  if (!Number.isSafeInteger(rows) || rows < 1) {
    throw new RangeError(`The article data needs a whole number of rows, 1 or more, not ${rows}.`);
  }
  const random = new Random(seed, 'article');
  const x = new Matrix(rows, columns);
  for (let cell = 0; cell < x.data.length; cell += 1) x.data[cell] = random.uniform();
  return x;
}

function weightedSums(x: Matrix, weights: Float32Array): Float32Array {
  const sums = new Float32Array(x.rows);
  for (let row = 0; row < x.rows; row += 1) {
    let sum = 0;
    for (let column = 0; column < x.columns; column += 1) {
      sum += weights[column]! * x.data[row * x.columns + column]!;
    }
    sums[row] = sum;
  }
  return sums;
}

function columnNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `x${index + 1}`);
}
