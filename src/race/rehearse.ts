import { Matrix, type AdamState, type Dataset, type LinearModel, type Update } from '#kit/data';
import { notStarted } from '#kit/words';
import type { ArticleFunctions, RaceFunctions } from './functions';

/** For each function, by its name, a call that is small: it only finds out whether there is one. */
export type Calls<Functions> = {
  readonly [Name in keyof Functions]: (functions: Pick<Functions, Name>) => unknown;
};

/**
 * Calls every function once, on very little, to find those that are not written yet.
 * @returns names of exercises, each once, in the order of the calls
 * @throws whatever else a function throws
 */
export async function rehearse<Functions extends object>(
  functions: Functions,
  calls: Calls<Functions>,
): Promise<string[]> {
  const missing = new Set<string>();
  for (const call of Object.values<(functions: Functions) => unknown>(calls)) {
    try {
      await call(functions);
    } catch (error) {
      const exercise = notStarted(error);
      if (exercise === undefined) throw error;
      missing.add(exercise);
    }
  }
  return [...missing];
}

/** Four rows of two columns. */
const x = () =>
  Matrix.fromRows([
    [1, 10],
    [2, 30],
    [3, 20],
    [4, 40],
  ]);
const data = (): Dataset => ({ x: x(), targets: Float32Array.of(1, 2, 3, 4) });
const model = (): LinearModel => ({ weights: Float32Array.of(0.1, -0.1), bias: 0 });
const adam = (): AdamState => ({
  step: 0,
  averages: model(),
  squares: { ...model(), weights: Float32Array.of(1, 1) },
});
const standardizer = () => ({
  means: Float32Array.of(2.5, 25),
  standardDeviations: Float32Array.of(1.1, 11),
});
const update: Update = (before) => Promise.resolve(before);
const fit = () => ({
  train: data(),
  valid: data(),
  model: model(),
  epochs: 1,
  batchSize: 2,
  seed: 1,
  update,
});

/** What any race runs on, in the order of the lessons. */
export const raceCalls: Calls<RaceFunctions> = {
  fitStandardizer: (shelf) => shelf.fitStandardizer(x()),
  transform: (shelf) => shelf.transform(x(), standardizer()),
  predict: (shelf) => shelf.predict(x(), model()),
  meanSquaredError: (shelf) => shelf.meanSquaredError(data().targets, data().targets),
  residuals: (shelf) => shelf.residuals(x(), data().targets, model()),
  gradient: (shelf) => shelf.gradient(x(), data().targets),
  descend: (shelf) => shelf.descend(model(), model(), 0.1),
  toRawUnits: (shelf) => shelf.toRawUnits(model(), standardizer()),
  batches: (shelf) => shelf.batches(4, 2, 1),
  fit: (shelf) => shelf.fit(fit()),
  race: (shelf) => shelf.race({ ...fit(), startUpdate: () => Promise.resolve(update) }),
};

/** What the article's recipe runs on. */
export const articleCalls: Calls<ArticleFunctions> = {
  ...raceCalls,
  startAdam: (shelf) => shelf.startAdam(2),
  adamStep: (shelf) => shelf.adamStep(model(), model(), adam(), { learningRate: 0.1 }),
  smooth: (shelf) => shelf.smooth(Float64Array.of(2, 1)),
  findLearningRate: (shelf) => shelf.findLearningRate(() => Promise.resolve(1)),
  oneCycle: (shelf) => shelf.oneCycle(0.5, { peak: 1 }),
  createTracker: (shelf) => shelf.createTracker(),
  toStandardUnits: (shelf) => shelf.toStandardUnits(model(), standardizer()),
};
