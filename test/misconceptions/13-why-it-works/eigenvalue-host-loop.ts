import { Matrix, Random } from '#kit/data';

export * from '#solutions/13-why-it-works/exercise';

export const mistake =
  'The eigenvalue is right, but the products come from a loop on the host. This exercise is about a kernel.';

const MOST_CONDITION = 1e6;

export async function largestEigenvalue(h: Matrix, rounds = 1000): Promise<number> {
  const { rows: size } = h;
  if (size === 0 || h.columns !== size) {
    throw new RangeError(
      `largestEigenvalue needs a square table, and got ${size} rows and ${h.columns} columns.`,
    );
  }
  if (!(Number.isInteger(rounds) && rounds >= 1)) {
    throw new RangeError(`largestEigenvalue needs 1 round or more, a whole number, and got ${rounds}.`);
  }
  const multiply = (table: Matrix, by: Float32Array) =>
    Float32Array.from(by, (_, row) =>
      by.reduce((sum, entry, column) => sum + table.at(row, column) * entry, 0),
    );
  const random = new Random(1, 'power iteration');
  let stretched: Float32Array = Float32Array.from({ length: size }, () => random.uniform(-1, 1));
  let vector: Float32Array = stretched;
  for (let round = 0; round < rounds; round++) {
    const length = Math.hypot(...stretched);
    if (length === 0) return 0;
    vector = stretched.map((entry) => entry / length);
    stretched = multiply(h, vector);
  }
  let [along, squares] = [0, 0];
  vector.forEach((entry, row) => {
    along += entry * stretched[row];
    squares += entry * entry;
  });
  return along / squares;
}

export async function conditionNumber(h: Matrix): Promise<number> {
  const largest = await largestEigenvalue(h);
  const turned = new Matrix(
    h.rows,
    h.columns,
    h.data.map((entry) => -entry),
  );
  for (let cell = 0; cell < turned.data.length; cell += h.columns + 1) turned.data[cell] += largest;
  const smallest = Math.min(largest - (await largestEigenvalue(turned)), largest);
  return smallest * MOST_CONDITION > largest ? largest / smallest : Infinity;
}
