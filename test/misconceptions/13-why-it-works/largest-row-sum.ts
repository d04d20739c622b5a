import { Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/13-why-it-works/exercise';

export const mistake =
  'This is the largest sum of sizes in a row. No eigenvalue is larger, but the largest is usually smaller.';

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
  const addRow = gpu.createKernel(
    function (h: number[][]) {
      let sum = 0;
      for (let column = 0; column < this.constants.size; column++) sum += Math.abs(h[this.thread.x][column]);
      return sum;
    },
    { output: [size], constants: { size } },
  );
  return Math.max(...(await addRow(h)));
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
