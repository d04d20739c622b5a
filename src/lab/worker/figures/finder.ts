import { Random, type Dataset, type LinearModel } from '#kit/data';
import { articleCalls, limitsOf, type ArticleFunctions, type Calls } from '#kit/race';
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
  const limits = limitsOf(prepared.raw.train.x);
  const arms = [];
  for (const name of ['normalized', 'raw'] as const) {
    const limit = limits[name];
    // From far below the limit to beyond it, whatever the unit of the columns.
    const range = { start: limit / 1e4, end: limit * 100, steps: STEPS };
    const batch = batchTrainer(prepared[name].train, functions, job);
    arms.push({ name, ...(await functions.findLearningRate(batch, range)), limit });
  }
  return {
    state: 'ready',
    words: arms.map(
      ({ name, suggestion, limit }) =>
        `${name}: the finder suggests ${inDigits(suggestion, 2)}; over all rows at once the limit is ${inDigits(limit, 2)}.`,
    ),
    drawing: { kind: 'finder', target: data.target, arms },
  };
}

function batchTrainer(
  { x, targets }: Dataset,
  { residuals, gradient, descend }: DescentFunctions,
  { settings: { batch, seed } }: Job,
): (learningRate: number) => Promise<number> {
  let model: LinearModel = { weights: new Float32Array(x.columns), bias: 0 };
  let [epoch, start] = [0, 0];
  let order = new Random(seed).shuffle(x.rows);
  return async (learningRate) => {
    if (start >= order.length) {
      epoch += 1;
      start = 0;
      order = new Random(seed + epoch).shuffle(x.rows);
    }
    const rows = order.subarray(start, start + batch);
    start += batch;
    const chosen = x.take(rows);
    const errors = await residuals(
      chosen,
      Float32Array.from(rows, (row) => targets[row]!),
      model,
    );
    model = await descend(model, await gradient(chosen, errors), learningRate);
    return errors.reduce((sum, error) => sum + error * error, 0) / errors.length;
  };
}
