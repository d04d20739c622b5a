import type { AdamState } from '#kit/data';

export * from '#solutions/08-adam/exercise';

export const lesson = '08';
export const mistake = 'start-accepts-empty';

const zeros = (count: number) => ({ weights: Float32Array.from(Array(count).fill(0)), bias: 0 });

export function startAdam(features: number): AdamState {
  return { step: 0, averages: zeros(features), squares: zeros(features) };
}
