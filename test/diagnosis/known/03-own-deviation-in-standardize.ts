import { center, mean } from '#solutions/02-mean-centering/exercise';
import { scale } from '#solutions/03-std-scaling/exercise';

export * from '#solutions/03-std-scaling/exercise';

export const lesson = '03';
export const mistake = 'sample-std';

// standardDeviation is right, but standardize does not use it.
export async function standardize(values: Float32Array): Promise<Float32Array> {
  const centered = await center(values, mean(values));
  let squares = 0;
  for (const distance of centered) squares += distance ** 2;
  return scale(centered, Math.sqrt(squares / (centered.length - 1)));
}
