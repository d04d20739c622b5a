import { Matrix } from '#kit/data';
import { largestEigenvalue } from '#solutions/13-why-it-works/exercise';

export * from '#solutions/13-why-it-works/exercise';

export const mistake =
  'Every cell gets λ added. Only those on the diagonal do: λ·I has zeros everywhere else.';

const MOST_CONDITION = 1e6;

export async function conditionNumber(h: Matrix): Promise<number> {
  const largest = await largestEigenvalue(h);
  const turned = new Matrix(
    h.rows,
    h.columns,
    h.data.map((entry) => largest - entry),
  );
  const smallest = Math.min(largest - (await largestEigenvalue(turned)), largest);
  return smallest * MOST_CONDITION > largest ? largest / smallest : Infinity;
}
