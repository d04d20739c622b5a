export * from '#solutions/01-hello-kernel/exercise';

export const lesson = '01';
export const mistake = 'double-host-loop';

export async function double(values: Float32Array): Promise<Float32Array> {
  if (!values.length) throw new RangeError('0 values: nothing to double');
  return values.map((value) => value + value);
}
