import { Matrix } from '#kit/data';
import { largestEigenvalue } from '#solutions/13-why-it-works/exercise';

export * from '#solutions/13-why-it-works/exercise';

export const lesson = '13';
export const mistake = 'condition-upside-down';

export async function conditionNumber(h: Matrix): Promise<number> {
  const steepest = await largestEigenvalue(h);
  const shifted = new Matrix(h.rows, h.columns);
  for (let i = 0; i < h.rows; i++) {
    for (let j = 0; j < h.columns; j++) {
      shifted.data[i * h.columns + j] = (i === j ? steepest : 0) - h.at(i, j);
    }
  }
  const flattest = Math.min(steepest, steepest - (await largestEigenvalue(shifted)));
  return flattest > steepest / 1e6 ? flattest / steepest : Infinity;
}
