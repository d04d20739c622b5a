import type { AdamState, Gradient, LinearModel } from '#kit/data';
import { adamStep as right, type AdamOptions } from '#solutions/08-adam/exercise';

export * from '#solutions/08-adam/exercise';

export const lesson = '08';
export const mistake = 'state-in-place';

export async function adamStep(
  model: LinearModel,
  gradient: Gradient,
  state: AdamState,
  options: AdamOptions,
): Promise<{ model: LinearModel; state: AdamState }> {
  const next = await right(model, gradient, state, options);
  // No new arrays: the old ones take the new numbers.
  const { averages, squares } = state;
  averages.weights.set(next.state.averages.weights);
  squares.weights.set(next.state.squares.weights);
  return {
    model: next.model,
    state: {
      step: next.state.step,
      averages: { ...next.state.averages, weights: averages.weights },
      squares: { ...next.state.squares, weights: squares.weights },
    },
  };
}
