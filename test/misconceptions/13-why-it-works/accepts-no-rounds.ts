import { Matrix, Random } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/13-why-it-works/exercise';

export const mistake =
  'No round at all slips through, and then the answer is that of the vector it began with. Refuse it with a RangeError.';

const MOST_CONDITION = 1e6;

export async function largestEigenvalue(h: Matrix, rounds = 1000): Promise<number> {
  const { rows: size } = h;
  if (size === 0 || h.columns !== size) {
    throw new RangeError(
      `largestEigenvalue needs a square table, and got ${size} rows and ${h.columns} columns.`,
    );
  }
  const multiply = gpu.createKernel(
    function (h: number[][], vector: number[]) {
      let sum = 0;
      for (let column = 0; column < this.constants.size; column++) {
        sum += h[this.thread.x][column] * vector[column];
      }
      return sum;
    },
    { output: [size], constants: { size } },
  );
  const random = new Random(1, 'power iteration');
  let stretched: Float32Array = Float32Array.from({ length: size }, () => random.uniform(-1, 1));
  let vector: Float32Array = stretched;
  for (let round = 0; round < rounds; round++) {
    const length = Math.hypot(...stretched);
    if (length === 0) return 0;
    vector = stretched.map((entry) => entry / length);
    stretched = await multiply(h, vector);
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
