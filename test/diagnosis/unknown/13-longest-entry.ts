import type { Matrix } from '#kit/data';
import { Random } from '#kit/data';
import { gpu } from '#kit/gpu';

export * from '#solutions/13-why-it-works/exercise';

export const lesson = '13';

export async function largestEigenvalue(h: Matrix, rounds = 1000): Promise<number> {
  const n = h.rows;
  if (n === 0 || h.columns !== n) throw new RangeError(`largestEigenvalue: ${n} × ${h.columns}`);
  if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError(`largestEigenvalue: ${rounds} rounds`);
  const times = gpu.createKernel(
    function (h: number[][], v: number[]) {
      let entry = 0;
      for (let j = 0; j < this.constants.n; j++) entry += v[j] * h[this.thread.x][j];
      return entry;
    },
    { output: [n], constants: { n } },
  );
  const random = new Random(7);
  let v: Float32Array = Float32Array.from({ length: n }, () => random.normal());
  let length = Math.hypot(...v);
  for (let round = 0; round < rounds; round++) {
    v = await times(
      h,
      v.map((entry) => entry / length),
    );
    length = Math.hypot(...v);
    if (length === 0) return 0;
  }
  return Math.max(...v);
}

export async function conditionNumber(h: Matrix): Promise<number> {
  const steepest = await largestEigenvalue(h);
  const turned = h.take(Uint32Array.from({ length: h.rows }, (_, row) => row));
  turned.data.forEach((entry, cell) => {
    turned.data[cell] = (cell % (h.columns + 1) === 0 ? steepest : 0) - entry;
  });
  const flattest = Math.min(steepest, steepest - (await largestEigenvalue(turned)));
  return flattest > steepest / 1e6 ? steepest / flattest : Infinity;
}
