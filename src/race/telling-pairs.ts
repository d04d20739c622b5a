import type { LinearModel } from '#kit/data';
import type { Pair } from './landscape';

/**
 * The least and the greatest weight, and the greatest beside the bias: of two that are alike the start lies
 * in the steepest direction, and raw goes straight down as well.
 */
export function tellingPairs({ weights }: LinearModel): [Pair, ...Pair[]] {
  const order = Array.from(weights, (weight, column) => ({ weight, column }))
    .toSorted((a, b) => a.weight - b.weight)
    .map(({ column }) => column);
  const [least, greatest, bias] = [order[0] ?? 0, order.at(-1) ?? 0, weights.length];
  return least === greatest
    ? [[greatest, bias]]
    : [
        [least, greatest],
        [greatest, bias],
      ];
}
