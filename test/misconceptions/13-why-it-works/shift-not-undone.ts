import { Matrix } from '#kit/data';
import { largestEigenvalue } from '#solutions/13-why-it-works/exercise';

export * from '#solutions/13-why-it-works/exercise';

export const mistake =
  'What the second iteration finds is λ minus the smallest, not the smallest. Subtract it from λ.';

const MOST_CONDITION = 1e6;

export async function conditionNumber(h: Matrix): Promise<number> {
  const largest = await largestEigenvalue(h);
  const turned = new Matrix(
    h.rows,
    h.columns,
    h.data.map((entry) => -entry),
  );
  for (let cell = 0; cell < turned.data.length; cell += h.columns + 1) turned.data[cell] += largest;
  const smallest = await largestEigenvalue(turned);
  return smallest * MOST_CONDITION > largest ? largest / smallest : Infinity;
}
