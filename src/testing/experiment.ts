import {
  articleData,
  Random,
  randomScales,
  split,
  unitsData,
  type Dataset,
  type LinearModel,
} from '#kit/data';

/** A training to be watched: rows to learn from, rows to be judged on, and where to start. */
export interface Experiment {
  readonly train: Dataset;
  readonly valid: Dataset;
  readonly model: LinearModel;
}

const ROWS = 2_000;

/** The article's experiment in small: 1,600 and 400 rows, ten uniform inputs, ten random scales. */
export function smallExperiment(seed: number): Experiment {
  return experiment(articleData(seed, { rows: ROWS, scales: randomScales(seed) }), seed);
}

/** The same size, in the units that people write things down in: years, kelvins, pascals, dollars. */
export function unitsExperiment(seed: number): Experiment {
  return experiment(unitsData(seed, { rows: ROWS }), seed);
}

/** Weights and bias begin uniform within ±1/√d, as is usual for a linear layer. */
function experiment(data: Dataset, seed: number): Experiment {
  const { train, valid } = split(data, seed);
  const random = new Random(seed, 'start');
  const limit = 1 / Math.sqrt(data.x.columns);
  const weights = Float32Array.from({ length: data.x.columns }, () => random.uniform(-limit, limit));
  return { train, valid, model: { weights, bias: random.uniform(-limit, limit) } };
}
