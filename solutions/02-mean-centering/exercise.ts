import { gpu } from '#kit/gpu';

export function mean(values: Float32Array): number {
  // 0 / 0 is NaN, which would travel silently through everything that follows.
  if (values.length === 0) throw new RangeError('mean needs at least 1 value, and got 0.');
  // A plain loop on the host: it adds in float64, where a float32 kernel would round at every step.
  let total = 0;
  for (const value of values) total += value;
  return total / values.length;
}

export async function center(values: Float32Array, mean: number): Promise<Float32Array> {
  if (values.length === 0) throw new RangeError('center needs at least 1 value, and got 0.');
  // The mean arrives as an argument, not as a constant: one compiled kernel serves every mean.
  const subtract = gpu.createKernel(
    function (values: number[], mean: number) {
      return values[this.thread.x] - mean;
    },
    { output: [values.length] },
  );
  return subtract(values, mean);
}
