import { Random, type LinearModel, type Matrix } from '#kit/data';
import { articleCalls, batchTrainer, limitsOf, type ArticleFunctions, type Calls } from '#kit/race';
import { inDigits } from '#kit/words';
import type { Drawn, Job } from '../../messages';
import { bothUnits, descentCalls, type DescentFunctions } from './both-units';

type FinderFunctions = DescentFunctions & Pick<ArticleFunctions, 'smooth' | 'findLearningRate'>;

const { smooth, findLearningRate } = articleCalls;
const calls: Calls<FinderFunctions> = { ...descentCalls, smooth, findLearningRate };
const STEPS = 100;

/** The finder with plain descent, a batch at each rate, on the rows as they are and standardized. */
export async function finder(job: Job): Promise<Drawn> {
  const { functions, data, prepared } = await bothUnits<FinderFunctions>(job, calls);
  const { batch: batchSize, seed, optimizer } = job.settings;
  const limits = limitsOf(prepared.raw.train.x);
  const arms = [];
  for (const name of ['normalized', 'raw'] as const) {
    const limit = limits[name];
    // From far below the limit to beyond it, whatever the unit of the columns.
    const range = { start: limit / 1e4, end: limit * 100, steps: STEPS };
    const training = { train: prepared[name].train, model: startOf(data.x), batchSize, seed };
    const trainBatch = batchTrainer(training, { ...functions, batches }, functions.descend);
    arms.push({ name, ...(await functions.findLearningRate(trainBatch, range)), limit });
  }
  return {
    state: 'ready',
    words: [
      ...arms.map(
        ({ name, suggestion, limit }) =>
          `${name}: the finder suggests ${inDigits(suggestion, 2)}; over all rows at once the limit is ${inDigits(limit, 2)}.`,
      ),
      ...(optimizer === 'adam'
        ? ['It tries its rates with plain descent, so it says nothing of those that suit Adam.']
        : []),
    ],
    drawing: { kind: 'finder', target: data.target, arms },
  };
}

/** Lesson 12 makes the learner's own. The finder can be looked at three lessons earlier. */
function batches(rows: number, batchSize: number, seed: number): Uint32Array[] {
  const order = new Random(seed).shuffle(rows);
  return Array.from({ length: Math.ceil(rows / batchSize) }, (_, batch) =>
    order.subarray(batch * batchSize, (batch + 1) * batchSize),
  );
}

function startOf({ columns }: Matrix): LinearModel {
  return { weights: new Float32Array(columns), bias: 0 };
}
