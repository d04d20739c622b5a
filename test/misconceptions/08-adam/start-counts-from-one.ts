import type { AdamState } from '#kit/data';

export * from '#solutions/08-adam/exercise';

export const mistake = 'The first state already counts 1 update. It tells how many were made so far: 0.';

export function startAdam(features: number): AdamState {
  if (!(features >= 1)) throw new RangeError(`startAdam needs at least 1 feature, and got ${features}.`);
  return {
    step: 1,
    averages: { weights: new Float32Array(features), bias: 0 },
    squares: { weights: new Float32Array(features), bias: 0 },
  };
}
