import { Matrix, Random } from '#kit/data';
import { gpu } from '#kit/gpu';

/** 2,048 are allowed. With fewer there is work for more threads, and a sum goes through fewer roundings. */
const BLOCK_ROWS = 512;

/** Float32 holds seven digits: of a smallest eigenvalue so much smaller than the largest, none is left. */
const MOST_CONDITION = 1e6;

export async function curvature(x: Matrix): Promise<Matrix> {
  const { rows, columns } = x;
  if (rows === 0 || columns === 0) {
    throw new RangeError(`curvature needs rows and columns, and got ${rows} and ${columns}.`);
  }
  const size = columns + 1;
  const blocks = Math.ceil(rows / BLOCK_ROWS);
  // One launch: a thread for each cell, and as many tables of them below each other as there are blocks.
  const addBlock = gpu.createKernel(
    function (x: number[][], rows: number, columns: number) {
      // Half a line further down, so that a division that is rounded down cannot land in the block above.
      const block = Math.floor((this.thread.y + 0.5) / (columns + 1));
      const other = this.thread.y - block * (columns + 1);
      let sum = 0;
      for (let step = 0; step < this.constants.blockRows; step++) {
        const row = block * this.constants.blockRows + step;
        if (row >= rows) break;
        let one = 1;
        let two = 1;
        if (this.thread.x < columns) one = x[row][this.thread.x];
        if (other < columns) two = x[row][other];
        sum += one * two;
      }
      return sum;
    },
    // Rows and columns are arguments: one compiled kernel serves tables of every size.
    { output: [size, size * blocks], constants: { blockRows: BLOCK_ROWS } },
  );
  const sums = await addBlock(x, rows, columns);
  // The blocks meet on the host, in float64: there are few of them.
  const bends = new Float64Array(size * size);
  sums.data.forEach((sum, cell) => (bends[cell % bends.length] += (2 * sum) / rows));
  return new Matrix(size, size, Float32Array.from(bends));
}

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
  // A vector at a right angle to the steepest direction never turns into it. Ones are at one when two columns
  // move against each other, and (1, 0, 0, …) is when the first has no part in it. Random numbers favour no
  // direction; from a seed, so that the same h gives the same answer.
  const random = new Random(1, 'power iteration');
  let stretched: Float32Array = Float32Array.from({ length: size }, () => random.uniform(-1, 1));
  let vector: Float32Array = stretched;
  // All the rounds, always: standing nearly still is what a vector also does while a direction that is only a
  // little steeper slowly comes through. A thousand launches of so few threads are a few milliseconds.
  for (let round = 0; round < rounds; round++) {
    const length = Math.hypot(...stretched);
    if (length === 0) return 0;
    vector = stretched.map((entry) => entry / length);
    stretched = await multiply(h, vector);
  }
  // How far the vector was stretched along itself. While its direction is off by an angle, this is off by the
  // square of it only. Divided by v·v, since rounding leaves a length of not quite 1.
  let [along, squares] = [0, 0];
  vector.forEach((entry, row) => {
    along += entry * stretched[row];
    squares += entry * entry;
  });
  return along / squares;
}

export async function conditionNumber(h: Matrix): Promise<number> {
  const largest = await largestEigenvalue(h);
  // Eigenvalues of λ·I − h are λ minus those of h: the smallest has become the largest.
  const turned = new Matrix(
    h.rows,
    h.columns,
    h.data.map((entry) => -entry),
  );
  for (let cell = 0; cell < turned.data.length; cell += h.columns + 1) turned.data[cell] += largest;
  // Where all are the same, rounding may put the smallest above the largest.
  const smallest = Math.min(largest - (await largestEigenvalue(turned)), largest);
  return smallest * MOST_CONDITION > largest ? largest / smallest : Infinity;
}

export function stepsToReach(conditionNumber: number, ratio: number): number {
  // Written so that NaN is refused.
  if (!(conditionNumber >= 1)) {
    throw new RangeError(`stepsToReach needs a condition number of 1 or more, and got ${conditionNumber}.`);
  }
  if (!(ratio > 0 && ratio < 1)) {
    throw new RangeError(`stepsToReach needs a ratio between 0 and 1, and got ${ratio}.`);
  }
  // (κ − 1) / (κ + 1) is 1 − 2 / (κ + 1). Written like this, its logarithm keeps its digits where κ is large, and
  // is −0 where κ is infinite, which gives infinitely many steps.
  const logarithm = Math.log1p(-2 / (conditionNumber + 1));
  const steps = Math.log(ratio) / logarithm;
  // Rounded up, except where only the last digits of float64 are above a whole number. And a perfectly round
  // bowl, where a step leaves nothing, still takes one.
  return Math.max(1, Math.ceil(steps * (1 - 1e-12)));
}
