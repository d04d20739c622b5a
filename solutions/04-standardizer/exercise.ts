import type { Matrix, Standardizer } from '#kit/data';
import { gpu } from '#kit/gpu';

/** 4,096 are allowed. With fewer there is work for more threads, and a sum goes through fewer roundings. */
const BLOCK_ROWS = 512;

export async function columnSums(x: Matrix): Promise<Float32Array> {
  if (x.rows === 0 || x.columns === 0) {
    throw new RangeError(`columnSums needs rows and columns, and got ${x.rows} and ${x.columns}.`);
  }
  // The blocks' sums are a table again, only much shorter. So the same kernel adds them up, round after
  // round, and it does not matter how long the table was.
  let sums = x;
  do {
    const addBlock = gpu.createKernel(
      function (x: number[][], rows: number) {
        let sum = 0;
        for (let step = 0; step < this.constants.blockRows; step++) {
          const row = this.thread.y * this.constants.blockRows + step;
          if (row >= rows) break;
          sum += x[row][this.thread.x];
        }
        return sum;
      },
      // The number of rows is an argument: one compiled kernel serves every length, and so every round.
      { output: [x.columns, Math.ceil(sums.rows / BLOCK_ROWS)], constants: { blockRows: BLOCK_ROWS } },
    );
    sums = await addBlock(sums, sums.rows);
  } while (sums.rows > 1);
  return sums.data;
}

export async function fitStandardizer(x: Matrix): Promise<Standardizer> {
  if (x.rows === 0 || x.columns === 0) {
    throw new RangeError(`fitStandardizer needs rows and columns, and got ${x.rows} and ${x.columns}.`);
  }
  // Measured from the first row. Equal values give zeros, zeros add up without rounding, and the mean is
  // exactly the value: 70,000 times 42.7, added up in float32 and divided again, is 42.69987. And years,
  // 2,000 away from 0 but a few decades from each other, keep their digits.
  const subtract = gpu.createKernel(
    function (x: number[][], first: number[]) {
      return x[this.thread.y][this.thread.x] - first[this.thread.x];
    },
    { output: [x.columns, x.rows] },
  );
  const first = x.row(0);
  const sums = await columnSums(await subtract(x, first));
  const means = first.map((value, column) => value + sums[column] / x.rows);
  // From the squared distances, as in lesson 03: mean(x²) − mean(x)² would lose in float32 what matters.
  const square = gpu.createKernel(
    function (x: number[][], means: number[]) {
      const distance = x[this.thread.y][this.thread.x] - means[this.thread.x];
      return distance * distance;
    },
    { output: [x.columns, x.rows] },
  );
  const squares = await columnSums(await square(x, means));
  return { means, standardDeviations: squares.map((sum) => Math.sqrt(sum / x.rows)) };
}

export async function transform(x: Matrix, standardizer: Standardizer): Promise<Matrix> {
  const { means, standardDeviations } = standardizer;
  if (x.rows === 0 || x.columns === 0) {
    throw new RangeError(`transform needs rows and columns, and got ${x.rows} and ${x.columns}.`);
  }
  if (means.length !== x.columns || standardDeviations.length !== x.columns) {
    throw new RangeError(
      `transform needs a mean and a deviation for each of ${x.columns} columns, ` +
        `and got ${means.length} and ${standardDeviations.length}.`,
    );
  }
  // Decided once for each column, not once in every thread; and in a new array, for these are not ours.
  const divisors = standardDeviations.map((deviation) => (deviation === 0 ? 1 : deviation));
  const standardize = gpu.createKernel(
    function (x: number[][], means: number[], divisors: number[]) {
      return (x[this.thread.y][this.thread.x] - means[this.thread.x]) / divisors[this.thread.x];
    },
    { output: [x.columns, x.rows] },
  );
  return standardize(x, means, divisors);
}

export async function inverseTransform(z: Matrix, standardizer: Standardizer): Promise<Matrix> {
  const { means, standardDeviations } = standardizer;
  if (z.rows === 0 || z.columns === 0) {
    throw new RangeError(`inverseTransform needs rows and columns, and got ${z.rows} and ${z.columns}.`);
  }
  if (means.length !== z.columns || standardDeviations.length !== z.columns) {
    throw new RangeError(
      `inverseTransform needs a mean and a deviation for each of ${z.columns} columns, ` +
        `and got ${means.length} and ${standardDeviations.length}.`,
    );
  }
  // The same replacement as on the way there, or a constant column would not come back.
  const factors = standardDeviations.map((deviation) => (deviation === 0 ? 1 : deviation));
  const restore = gpu.createKernel(
    function (z: number[][], means: number[], factors: number[]) {
      // What was done last is undone first: divided last, so multiplied first.
      return z[this.thread.y][this.thread.x] * factors[this.thread.x] + means[this.thread.x];
    },
    { output: [z.columns, z.rows] },
  );
  return restore(z, means, factors);
}
