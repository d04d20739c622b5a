import type { AdamState } from '#kit/data';

export * from '#solutions/08-adam/exercise';

export const mistake = 'The arrays have a place too many. The bias has a number of its own beside them.';

export function startAdam(features: number): AdamState {
  if (!(features >= 1)) throw new RangeError(`startAdam needs at least 1 feature, and got ${features}.`);
  return {
    step: 0,
    averages: { weights: new Float32Array(features + 1), bias: 0 },
    squares: { weights: new Float32Array(features + 1), bias: 0 },
  };
}
