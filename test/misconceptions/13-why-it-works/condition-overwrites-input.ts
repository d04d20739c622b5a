import type { Matrix } from '#kit/data';
import { largestEigenvalue } from '#solutions/13-why-it-works/exercise';

export * from '#solutions/13-why-it-works/exercise';

export const mistake =
  'conditionNumber turns the table itself into λ·I − h. Make a new one: somebody may still need this.';

const MOST_CONDITION = 1e6;

export async function conditionNumber(h: Matrix): Promise<number> {
  const largest = await largestEigenvalue(h);
  const turned = h;
  h.data.forEach((entry, cell) => (h.data[cell] = -entry));
  for (let cell = 0; cell < turned.data.length; cell += h.columns + 1) turned.data[cell] += largest;
  const smallest = Math.min(largest - (await largestEigenvalue(turned)), largest);
  return smallest * MOST_CONDITION > largest ? largest / smallest : Infinity;
}
