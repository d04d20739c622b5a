import { gpu } from '#kit/gpu';
import { center, mean } from '../02-mean-centering/exercise';

export function standardDeviation(values: Float32Array): number {
  // Two passes: mean first, distances second. The shortcut mean(x²) − mean(x)² subtracts two large
  // numbers that are almost equal, and loses the digits that matter. mean refuses an empty column.
  const middle = mean(values);
  let squares = 0;
  for (const value of values) squares += (value - middle) ** 2;
  // Divided by n: these values are all there are, not a sample of more.
  return Math.sqrt(squares / values.length);
}

export async function scale(values: Float32Array, standardDeviation: number): Promise<Float32Array> {
  if (values.length === 0) throw new RangeError('scale needs at least 1 value, and got 0.');
  // A column without spread has nothing to scale. Decided once here, not once in every thread.
  const divisor = standardDeviation === 0 ? 1 : standardDeviation;
  const divide = gpu.createKernel(
    function (values: number[], divisor: number) {
      return values[this.thread.x] / divisor;
    },
    { output: [values.length] },
  );
  return divide(values, divisor);
}

export async function standardize(values: Float32Array): Promise<Float32Array> {
  // The deviation of the values as they came: centering would not change it, but it would round.
  const centered = await center(values, mean(values));
  return scale(centered, standardDeviation(values));
}
