import type { Dataset } from './dataset';
import { Random } from './random';

/**
 * Parts a data set at random: rows to learn from, and rows to be judged on.
 * Everything else the data set carries (names, source) goes along with both parts.
 *
 * @param validShare share of rows held back for validation, between 0 and 1; the count is rounded.
 * @returns `train` and `valid`: each row in exactly one of them, in random order.
 * @throws RangeError when rows and targets differ in number, or one of the parts would be empty.
 */
export function split<D extends Dataset>(dataset: D, seed: number, validShare = 0.2): { train: D; valid: D } {
  const { rows } = dataset.x;
  if (dataset.targets.length !== rows) {
    throw new RangeError(`The data set has ${rows} rows, but ${dataset.targets.length} targets.`);
  }
  const held = Math.round(rows * validShare);
  if (!(held > 0 && held < rows)) {
    throw new RangeError(
      `A share of ${validShare} of ${rows} rows is ${held} to validate and ${rows - held} to train: ` +
        'both need at least one.',
    );
  }
  const order = new Random(seed, 'split').shuffle(rows);
  return { train: take(dataset, order.subarray(held)), valid: take(dataset, order.subarray(0, held)) };
}

function take<D extends Dataset>(dataset: D, rows: Uint32Array): D {
  const targets = new Float32Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) targets[index] = dataset.targets[rows[index]!]!;
  return { ...dataset, x: dataset.x.take(rows), targets };
}
