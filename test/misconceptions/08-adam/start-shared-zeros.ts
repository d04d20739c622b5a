import type { AdamState } from '#kit/data';

export * from '#solutions/08-adam/exercise';

export const mistake = 'Averages and squares share one array of zeros. Each needs an array of its own.';

export function startAdam(features: number): AdamState {
  if (!(features >= 1)) throw new RangeError(`startAdam needs at least 1 feature, and got ${features}.`);
  const zeros = new Float32Array(features);
  return {
    step: 0,
    averages: { weights: zeros, bias: 0 },
    squares: { weights: zeros, bias: 0 },
  };
}
