import { Matrix } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/13-why-it-works/exercise';

export const lesson = '13';

export async function curvature(x: Matrix): Promise<Matrix> {
  const [n, d] = [x.rows, x.columns];
  if (n === 0 || d === 0) throw new RangeError(`curvature: ${n} rows, ${d} columns`);
  // A table with the column of ones in it, so that all threads are alike.
  const wide = new Matrix(n, d + 1);
  for (let row = 0; row < n; row++) wide.data.set([...x.row(row), 1], row * (d + 1));
  const blocks = Math.ceil(n / 2000);
  const kernel = gpu.createKernel(
    function (wide: number[][], n: number) {
      const block = Math.floor(this.thread.y / this.constants.size + 0.001);
      const other = this.thread.y - block * this.constants.size;
      let sum = 0;
      for (let i = 0; i < 2000; i++) {
        const row = block * 2000 + i;
        if (row < n) sum += wide[row][this.thread.x] * wide[row][other];
      }
      return sum;
    },
    { output: [d + 1, (d + 1) * blocks], constants: { size: d + 1 } },
  );
  const sums = await kernel(wide, n);
  const h = new Matrix(d + 1, d + 1);
  for (let cell = 0; cell < h.data.length; cell++) {
    let total = 0;
    for (let block = 0; block < blocks; block++) total += sums.data[block * h.data.length + cell];
    h.data[cell] = (2 * total) / (d + 1);
  }
  return h;
}
