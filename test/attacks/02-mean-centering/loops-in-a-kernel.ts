// Does not come to an end in a kernel.
import { gpu } from '#kit/gpu';
export async function center(values: Float32Array): Promise<Float32Array> {
  const endless = gpu.createKernel(
    function (values: number[]) {
      let sum = 0;
      while (sum < 1) sum = values[this.thread.x] * 0;
      return sum;
    },
    { output: [values.length] },
  );
  return endless(values);
}
