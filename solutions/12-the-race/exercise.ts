import type { Dataset, LinearModel, Run, Update } from '#kit/data';
import { Random } from '#kit/data';
import { fitStandardizer, transform } from '../04-standardizer/exercise';
import { meanSquaredError, predict } from '../06-linear-model/exercise';
import { gradient, residuals } from '../07-gradient-step/exercise';

export { fitStandardizer } from '../04-standardizer/exercise';
export { descend } from '../07-gradient-step/exercise';
export { createTracker, toRawUnits } from '../11-weight-tracking/exercise';

export interface FitOptions {
  readonly train: Dataset;
  readonly valid: Dataset;
  readonly model: LinearModel;
  readonly epochs: number;
  readonly batchSize: number;
  readonly seed: number;
  readonly update: Update;
  readonly onStep?: (moment: { step: number; model: LinearModel; loss: number }) => Promise<void>;
}

export interface RaceOptions extends Omit<FitOptions, 'update' | 'onStep'> {
  readonly startUpdate: () => Promise<Update>;
}

export function batches(rows: number, batchSize: number, seed: number): Uint32Array[] {
  if (!(rows >= 1) || !Number.isInteger(batchSize) || batchSize < 1) {
    throw new RangeError(
      `batches needs rows and a batch size of 1 or more, and got ${rows} and ${batchSize}.`,
    );
  }
  const order = new Random(seed).shuffle(rows);
  const cut: Uint32Array[] = [];
  // subarray ends at the last row by itself, so the rest becomes a short batch.
  for (let start = 0; start < rows; start += batchSize) cut.push(order.subarray(start, start + batchSize));
  return cut;
}

export async function fit(options: FitOptions): Promise<Run> {
  const { train, valid, epochs, batchSize, seed, update, onStep } = options;
  if (!(epochs >= 1) || valid.targets.length === 0) {
    throw new RangeError(
      `fit needs epochs and rows, and got ${epochs} epochs, ${valid.targets.length} rows.`,
    );
  }
  let { model } = options;
  let step = 0;
  const steps = epochs * Math.ceil(train.targets.length / batchSize);
  const history = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    let losses = 0;
    // Another order in each epoch, and the same one for everybody who starts from this seed.
    const cut = batches(train.targets.length, batchSize, seed + epoch);
    for (const rows of cut) {
      const x = train.x.take(rows);
      const targets = new Float32Array(rows.length);
      for (let row = 0; row < rows.length; row++) targets[row] = train.targets[rows[row]];
      const errors = await residuals(x, targets, model);
      // The loss comes with the residuals: no launch of its own. A short batch counts its own rows.
      let squares = 0;
      for (let row = 0; row < errors.length; row++) squares += errors[row] * errors[row];
      const loss = squares / errors.length;
      model = await update(model, await gradient(x, errors), step / steps);
      await onStep?.({ step, model, loss });
      losses += loss;
      step++;
    }
    const validLoss = await meanSquaredError(await predict(valid.x, model), valid.targets);
    history.push({ epoch, trainLoss: losses / cut.length, validLoss });
  }
  return { model, epochs: history };
}

export async function race(options: RaceOptions): Promise<{ normalized: Run; raw: Run }> {
  const { train, valid, startUpdate } = options;
  // From the training rows alone: the validation rows stand for rows that nobody has seen yet.
  const standardizer = await fitStandardizer(train.x);
  const standardized = {
    train: { x: await transform(train.x, standardizer), targets: train.targets },
    valid: { x: await transform(valid.x, standardizer), targets: valid.targets },
  };
  const normalized = await fit({ ...options, ...standardized, update: await startUpdate() });
  // An optimizer may remember; the second arm must not inherit what the first has learned.
  const raw = await fit({ ...options, update: await startUpdate() });
  return { normalized, raw };
}
