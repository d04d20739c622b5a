import { todo } from '#kit/todo';

/**
 * A way from `start` to `end` that begins and ends level, along half a wave of the cosine:
 *
 *     share = (1 + cos(π · (1 − position))) / 2
 *     value = start · (1 − share) + end · share
 *
 * At position 0 it is exactly `start`, at position 1 exactly `end`.
 *
 * @param start any finite number
 * @param end any finite number, above `start` or below
 * @param position how much of the way is done, from 0 to 1
 * @throws RangeError when the position is not a number from 0 to 1; it names the position
 */
export function cosine(start: number, end: number, position: number): number {
  // TODO: refuse a position outside 0 … 1. (roughly 3 lines)
  // TODO: return the value. (roughly 2 lines)
  return todo('cosine');
}

/** What the cycle looks like. */
export interface OneCycleOptions {
  /** The highest learning rate, above 0. */
  readonly peak: number;
  /** The share of the training in which the rate rises, from 0 to 1. */
  readonly warmUp?: number;
  /** The rate begins at peak / divide; 1 or more. */
  readonly divide?: number;
  /** The rate ends at peak / finalDivide; 1 or more. */
  readonly finalDivide?: number;
  /** Three momentums, each from 0 to below 1: at the beginning, at the peak and at the end. */
  readonly momentums?: readonly number[];
}

/**
 * Learning rate and momentum at one moment of a training. While it warms up, the rate rises from
 * peak / divide to the peak, and the momentum goes from the first to the second. After that, the rate falls to
 * peak / finalDivide, and the momentum goes to the third. All of it along `cosine`.
 *
 * @param position how much of the training is done, from 0 to 1: step / steps
 * @param options the peak, and what differs from warmUp 0.25, divide 25, finalDivide 100,000 and momentums
 *   0.95, 0.85, 0.95; they stay as they are
 * @throws RangeError when position or options are not as above; it names the values
 */
export function oneCycle(
  position: number,
  options: OneCycleOptions,
): { learningRate: number; momentum: number } {
  // TODO: take the options, with what stands for those that are missing, and refuse what cannot be. (roughly
  //       13 lines)
  // TODO: before the peak: how much of the warm-up is done? Return rate and momentum. (roughly 6 lines)
  // TODO: from the peak on: how much of the cooling down is done? Mind a warm-up of 1. (roughly 5 lines)
  return todo('oneCycle');
}
