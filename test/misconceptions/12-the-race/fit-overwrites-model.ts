import type { Run } from '#kit/data';
import { fitStandardizer, transform } from '#solutions/04-standardizer/exercise';
import { meanSquaredError, predict } from '#solutions/06-linear-model/exercise';
import { gradient, residuals } from '#solutions/07-gradient-step/exercise';
import { batches, type FitOptions, type RaceOptions } from '#solutions/12-the-race/exercise';

export * from '#solutions/12-the-race/exercise';

export const mistake =
  'fit writes what it has learned into the model that it was given. The next arm would start from there.';

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
    const cut = batches(train.targets.length, batchSize, seed + epoch);
    for (const rows of cut) {
      const x = train.x.take(rows);
      const targets = new Float32Array(rows.length);
      for (let row = 0; row < rows.length; row++) targets[row] = train.targets[rows[row]];
      const errors = await residuals(x, targets, model);
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
  options.model.weights.set(model.weights);
  return { model, epochs: history };
}

export async function race(options: RaceOptions): Promise<{ normalized: Run; raw: Run }> {
  const { train, valid, startUpdate } = options;
  const standardizer = await fitStandardizer(train.x);
  const standardized = {
    train: { x: await transform(train.x, standardizer), targets: train.targets },
    valid: { x: await transform(valid.x, standardizer), targets: valid.targets },
  };
  const normalized = await fit({ ...options, ...standardized, update: await startUpdate() });
  const raw = await fit({ ...options, update: await startUpdate() });
  return { normalized, raw };
}
