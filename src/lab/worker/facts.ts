import { split, type Dataset } from '#kit/data';
import { limitsOf, suitableRate } from '#kit/race';
import type { Facts, Job } from '../messages';
import { chosenData } from './data';

/** What the controls show of the data: it asks nobody's functions. */
export async function factsOf(job: Job): Promise<Facts> {
  const { settings } = job;
  const { data, notes } = await chosenData(job);
  const { train } = split<Dataset>({ x: data.x, targets: data.targets }, settings.seed);
  const limits = limitsOf(train.x);
  const epochs = settings.epochs ?? data.epochs;
  const steps = epochs * Math.ceil(train.x.rows / settings.batch);
  return {
    rows: data.x.rows,
    epochs: data.epochs,
    target: data.target,
    suitableRate: data.learningRate ?? suitableRate(steps, 2 / limits.normalized),
    limits,
    notes,
  };
}
