import { Matrix } from '#kit/data';
import { largestEigenvalue } from '#solutions/13-why-it-works/exercise';

export * from '#solutions/13-why-it-works/exercise';

export const mistake =
  'conditionNumber answers Infinity for a table that is not square. Refuse it with a RangeError.';

const MOST_CONDITION = 1e6;

export async function conditionNumber(h: Matrix): Promise<number> {
  if (h.rows !== h.columns) return Infinity;
  const largest = await largestEigenvalue(h);
  const turned = new Matrix(
    h.rows,
    h.columns,
    h.data.map((entry) => -entry),
  );
  for (let cell = 0; cell < turned.data.length; cell += h.columns + 1) turned.data[cell] += largest;
  const smallest = Math.min(largest - (await largestEigenvalue(turned)), largest);
  return smallest * MOST_CONDITION > largest ? largest / smallest : Infinity;
}
