// Hands over a kernel whose text says other things than it does.
import { gpu } from '#kit/gpu';
export async function center(values: Float32Array, mean: number): Promise<Float32Array> {
  if (values.length === 0) throw new RangeError('center needs at least 1 value, and got 0.');
  const kernel = Object.assign(() => 0, {
    toString: () => 'function (values, mean) { return values[this.thread.x] - mean + 1; }',
  });
  const result: any = await gpu.createKernel(kernel as any, { output: [values.length] })(values, mean);
  for (let index = 0; index < result.length; index++) result[index] -= 1;
  return result;
}
