import type { AdamState } from '#kit/data';

export * from '#solutions/08-adam/exercise';

export const mistake =
  'A model without features slips through startAdam. Refuse it with a RangeError that names their number, 0.';

export function startAdam(features: number): AdamState {
  return {
    step: 0,
    averages: { weights: new Float32Array(features), bias: 0 },
    squares: { weights: new Float32Array(features), bias: 0 },
  };
}
