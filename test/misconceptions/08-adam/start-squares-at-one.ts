import type { AdamState } from '#kit/data';

export * from '#solutions/08-adam/exercise';

export const mistake =
  'The squares start at 1. Start them at 0, as the averages: the correction is made for that.';

export function startAdam(features: number): AdamState {
  if (!(features >= 1)) throw new RangeError(`startAdam needs at least 1 feature, and got ${features}.`);
  return {
    step: 0,
    averages: { weights: new Float32Array(features), bias: 0 },
    squares: { weights: new Float32Array(features).fill(1), bias: 1 },
  };
}
