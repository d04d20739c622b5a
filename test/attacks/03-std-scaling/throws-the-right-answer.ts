// Throws the right answer instead of returning it, and returns errors.
import { mean } from '../02-mean-centering/exercise';
export function standardDeviation(values: Float32Array): number {
  const middle = mean(values);
  let squares = 0;
  for (const value of values) squares += (value - middle) ** 2;
  throw Math.sqrt(squares / values.length);
}
export const scale = async () => new RangeError('scale needs at least 1 value, and got 0.');
export const standardize = async (values: Float32Array) => Promise.reject(values);
