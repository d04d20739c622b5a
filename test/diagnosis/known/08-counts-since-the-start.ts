import type { AdamState, Gradient, LinearModel } from '#kit/data';
import { adamStep as right, type AdamOptions } from '#solutions/08-adam/exercise';

export * from '#solutions/08-adam/exercise';

export const lesson = '08';
export const mistake = 'hidden-counter';

let updates = 0;

export async function adamStep(
  model: LinearModel,
  gradient: Gradient,
  state: AdamState,
  options: AdamOptions,
): Promise<{ model: LinearModel; state: AdamState }> {
  if (state.step === 0) updates = 0;
  const next = await right(model, gradient, { ...state, step: updates++ }, options);
  return next;
}
