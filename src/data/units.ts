import type { MadeDataset } from './dataset';
import { Matrix } from './matrix';
import { Random } from './random';

interface Quantity {
  readonly name: string;
  /** The least value. */
  readonly offset: number;
  /** Greatest minus least value. */
  readonly width: number;
}

/** Ten everyday quantities, each in the unit that people write it down in. */
const quantities: readonly Quantity[] = [
  { name: 'year', offset: 1950, width: 70 },
  { name: 'temperature (K)', offset: 270, width: 40 },
  { name: 'pressure (Pa)', offset: 99_000, width: 4_000 },
  { name: 'income ($ a year)', offset: 20_000, width: 180_000 },
  { name: 'age (years)', offset: 18, width: 72 },
  { name: 'rooms', offset: 1, width: 7 },
  { name: 'area (m²)', offset: 50, width: 350 },
  { name: 'distance (km)', offset: 0, width: 50 },
  { name: 'rate', offset: 0, width: 0.1 },
  { name: 'count', offset: 0, width: 1_000 },
];

/**
 * Made-up data in real units: ten columns offset + width · u with u uniform between 0 and 1, and
 * target = 100 + Σ importance · u. The importances are drawn per seed: 20 to 100, half of them negative
 * on average. Raw, the columns differ in size by a factor of a million; standardized, by none.
 *
 * @param rows how many rows; 2,000 when left out.
 * @returns `x` of rows×10. The target has no unit. `truth` holds importance / width for each column.
 * @throws RangeError for fewer than 1 row.
 */
export function unitsData(seed: number, { rows = 2_000 }: { readonly rows?: number } = {}): MadeDataset {
  if (!Number.isSafeInteger(rows) || rows < 1) {
    throw new RangeError(`The units data needs a whole number of rows, 1 or more, not ${rows}.`);
  }
  const random = new Random(seed, 'units');
  const importances = quantities.map(() => random.uniform(20, 100) * (random.integer(0, 1) === 0 ? -1 : 1));
  const x = new Matrix(rows, quantities.length);
  const targets = new Float32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let target = 100;
    quantities.forEach(({ offset, width }, column) => {
      const cell = row * quantities.length + column;
      x.data[cell] = offset + width * random.uniform();
      // From the stored, rounded value: the target then follows from the table alone.
      target += (importances[column]! * (x.data[cell]! - offset)) / width;
    });
    targets[row] = target;
  }
  const weights = Float32Array.from(quantities, ({ width }, column) => importances[column]! / width);
  const bias = quantities.reduce((sum, { offset }, column) => sum - weights[column]! * offset, 100);
  return {
    name: 'units',
    x,
    targets,
    columns: quantities.map(({ name }) => name),
    target: 'target',
    source: `Made from seed ${seed}: ten quantities in everyday units, and a weighted sum of them.`,
    truth: { weights, bias },
  };
}
