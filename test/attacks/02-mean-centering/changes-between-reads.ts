// Returns objects whose getters give another number at every read.
let reads = 0;
export const mean = () => ({
  get value() {
    return reads++;
  },
  get kind() {
    return reads++ % 2 === 0 ? 'plain' : 'shared';
  },
});
export async function center(values: Float32Array): Promise<Float32Array> {
  const result = values.slice();
  Object.defineProperty(result, 'length', { get: () => reads++ });
  Object.defineProperty(result, 0, { get: () => reads++ });
  return result;
}
