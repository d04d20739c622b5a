import { Matrix, type LinearModel } from '#kit/data';
import type { RaceFunctions } from '../functions';
import type { Calls } from '../rehearse';

/** Functions of the lessons with which the article's statements are measured, from whichever shelf. */
export interface WhyFunctions extends Pick<
  RaceFunctions,
  | 'fitStandardizer'
  | 'transform'
  | 'predict'
  | 'meanSquaredError'
  | 'residuals'
  | 'gradient'
  | 'descend'
  | 'toRawUnits'
> {
  mean(values: Float32Array): number;
  center(values: Float32Array, mean: number): Promise<Float32Array>;
  standardDeviation(values: Float32Array): number;
  curvature(x: Matrix): Promise<Matrix>;
  largestEigenvalue(h: Matrix): Promise<number>;
  conditionNumber(h: Matrix): Promise<number>;
  stepsToReach(conditionNumber: number, ratio: number): number;
}

/** Three rows of one column. */
const x = () => Matrix.fromRows([[1], [2], [4]]);
const column = () => Float32Array.of(1, 2, 4);
const model = (): LinearModel => ({ weights: Float32Array.of(1), bias: 0 });
const standardizer = () => ({ means: Float32Array.of(2), standardDeviations: Float32Array.of(1) });
const bowl = () =>
  Matrix.fromRows([
    [3, 1],
    [1, 3],
  ]);

/** In the order of the lessons. */
export const whyCalls: Calls<WhyFunctions> = {
  mean: (shelf) => shelf.mean(column()),
  center: (shelf) => shelf.center(column(), 2),
  standardDeviation: (shelf) => shelf.standardDeviation(column()),
  fitStandardizer: (shelf) => shelf.fitStandardizer(x()),
  transform: (shelf) => shelf.transform(x(), standardizer()),
  predict: (shelf) => shelf.predict(x(), model()),
  meanSquaredError: (shelf) => shelf.meanSquaredError(column(), column()),
  residuals: (shelf) => shelf.residuals(x(), column(), model()),
  gradient: (shelf) => shelf.gradient(x(), column()),
  descend: (shelf) => shelf.descend(model(), model(), 0.1),
  toRawUnits: (shelf) => shelf.toRawUnits(model(), standardizer()),
  curvature: (shelf) => shelf.curvature(x()),
  largestEigenvalue: (shelf) => shelf.largestEigenvalue(bowl()),
  conditionNumber: (shelf) => shelf.conditionNumber(bowl()),
  stepsToReach: (shelf) => shelf.stepsToReach(2, 0.5),
};
