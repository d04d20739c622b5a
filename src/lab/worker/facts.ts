import { split, type Dataset } from '#kit/data';
import { limitsOf, suitableRate } from '#kit/race';
import type { Facts, Job } from '../messages';
import { chosenData, dataKey } from './data';
import { keepsLast } from './keeps-last';

/** What the controls show of the data: it asks nobody's functions. */
export const factsOf = keepsLast(
  (job: Job) => [dataKey(job), job.settings.epochs, job.settings.batch],
  async (job): Promise<Facts> => {
    const { settings } = job;
    const { data, notes } = await chosenData(job);
    const { train } = split<Dataset>({ x: data.x, targets: data.targets }, settings.seed);
    const limits = limitsOf(train.x);
    const epochs = settings.epochs ?? data.epochs;
    const steps = epochs * Math.ceil(train.x.rows / settings.batch);
    return {
      rows: data.x.rows,
      epochs: data.epochs,
      steps,
      target: data.target,
      suitableRate: data.learningRate ?? suitableRate(steps, 2 / limits.normalized),
      limits,
      notes,
    };
  },
);
