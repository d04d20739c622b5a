import type { Matrix } from '#kit/data';
import { largestEigenvalue } from '#solutions/13-why-it-works/exercise';

export * from '#solutions/13-why-it-works/exercise';

export const mistake =
  'This compares the diagonal only. The steepest and the flattest direction lie between the parameters.';

export async function conditionNumber(h: Matrix): Promise<number> {
  await largestEigenvalue(h);
  const bends = Array.from({ length: h.rows }, (_, row) => h.at(row, row));
  return Math.min(...bends) > 0 ? Math.max(...bends) / Math.min(...bends) : Infinity;
}
