import type { AdamState, Gradient, LinearModel } from '#kit/data';
import { gpu } from '#kit/gpu';
import { todo } from '#kit/todo';

/** What a step of Adam can be told. All but the learning rate have a value of their own. */
export interface AdamOptions {
  /** About how far a parameter moves in a step, above 0. It may be another one at every step. */
  readonly learningRate: number;
  /** How much of the old averages stays, from 0 to below 1; 0.9 if left out. It may change, too. */
  readonly momentum?: number;
  /** How much of the old squares stays, from 0 to below 1; 0.99 if left out. */
  readonly squaredMomentum?: number;
  /** Added to the root before anything is divided by it, above 0; 1e-5 if left out. */
  readonly epsilon?: number;
  /** How strongly weights are pulled to 0; none can stay beyond 1 / weightDecay. 0.01 if left out, 0 for none. */
  readonly weightDecay?: number;
}

/**
 * What Adam remembers before its first step: no updates made, and zeros for averages and squares.
 *
 * @param features d, how many weights the model has
 * @returns a new state, with arrays of its own
 * @throws RangeError when there are no features; it names their number
 */
export function startAdam(features: number): AdamState {
  // TODO: refuse fewer features than 1. (roughly 1 line)
  // TODO: return step 0, and d + 1 zeros each for averages and squares: d weights and a bias. (roughly 5 lines)
  return todo('startAdam');
}

/**
 * One step of Adam, with g the slope of a parameter p, m its average and v its square:
 *
 *     m ← momentum · m + (1 − momentum) · g
 *     v ← squaredMomentum · v + (1 − squaredMomentum) · g²
 *     p ← p · (1 − learningRate · weightDecay)            weights only, not the bias
 *     p ← p − learningRate · m̂ / (√v̂ + epsilon)
 *
 * with m̂ = m / (1 − momentumᵗ) and v̂ = v / (1 − squaredMomentumᵗ), t counting this step: 1 in the first.
 * The new m and v are used at once, and the momentum of this step corrects. These are the rules of fastai's
 * Adam. One launch of a kernel: 3 · (d + 1) threads, one for each number.
 *
 * @param model d weights and a bias; it stays as it is
 * @param gradient d slopes and one for the bias; it stays as it is
 * @param state what `startAdam` or the last step has returned; it stays as it is
 * @returns a new model, and a new state for the next step
 * @throws RangeError when there are no weights, or when weights, slopes, averages and squares differ in
 *   number; it names the sizes
 */
export async function adamStep(
  model: LinearModel,
  gradient: Gradient,
  state: AdamState,
  options: AdamOptions,
): Promise<{ model: LinearModel; state: AdamState }> {
  // TODO: refuse a model without weights, and a gradient or a state that does not fit it. (roughly 12 lines)
  // TODO: take the options, and what each of them is when it is left out; count the step. (roughly 4 lines)
  // TODO: create a kernel with three lines of threads, new parameters, new averages and new squares. In each
  //       line there is a thread for every weight, and one more for the bias. (roughly 25 lines)
  // TODO: call it. What changes from step to step, such as rate and momentum, goes in as arguments.
  //       (roughly 15 lines)
  // TODO: take the new model and the new state out of the result. (roughly 9 lines)
  return todo('adamStep');
}
