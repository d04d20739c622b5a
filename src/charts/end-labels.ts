import { FONT_SIZE } from './theme';

/** A label that wants to stand at some height. */
export interface EndLabel {
  readonly text: string;
  /** In pixels, from the top. */
  readonly y: number;
}

/** How high a line of a label is. */
export const LINE = 1.1 * FONT_SIZE;

/**
 * Heights near those that were asked for at which no label covers another, from `top` to `bottom`.
 * @returns one for each label, in their order: the middle of its lines
 */
export function spread(labels: readonly EndLabel[], top: number, bottom: number): number[] {
  const order = labels.map((_, index) => index).toSorted((a, b) => labels[a]!.y - labels[b]!.y);
  const half = (index: number) => (labels[index]!.text.split('\n').length * LINE) / 2 + 1;
  const heights = labels.map(({ y }) => y);
  let floor = top;
  for (const index of order) {
    heights[index] = Math.max(heights[index]!, floor + half(index));
    floor = heights[index]! + half(index);
  }
  let ceiling = bottom;
  for (const index of order.toReversed()) {
    heights[index] = Math.min(heights[index]!, ceiling - half(index));
    ceiling = heights[index]! - half(index);
  }
  return heights;
}
