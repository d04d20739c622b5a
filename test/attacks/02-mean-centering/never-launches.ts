// Computes on the host what a kernel should, and launches none.
export async function center(values: Float32Array, mean: number): Promise<Float32Array> {
  if (values.length === 0) throw new RangeError('center needs at least 1 value, and got 0.');
  return values.map((value) => value - mean);
}
