import type { Dataset, LinearModel, Run } from '#kit/data';
import { Random } from '#kit/data';
import { fitStandardizer, transform } from '#solutions/04-standardizer/exercise';
import { gradient, residuals } from '#solutions/07-gradient-step/exercise';
import type { FitOptions, RaceOptions } from '#solutions/12-the-race/exercise';

export * from '#solutions/12-the-race/exercise';

export const lesson = '12';
export const mistake = 'valid-loss-on-training-rows';

export function batches(rows: number, batchSize: number, seed: number): Uint32Array[] {
  if (rows < 1 || batchSize < 1 || batchSize % 1 !== 0)
    throw new RangeError(`batches: ${rows}, ${batchSize}`);
  const order = new Random(seed).shuffle(rows);
  const count = Math.ceil(rows / batchSize);
  return Array.from({ length: count }, (_, i) => order.slice(i * batchSize, (i + 1) * batchSize));
}

function pick({ x, targets }: Dataset, rows: Uint32Array): Dataset {
  return { x: x.take(rows), targets: Float32Array.from(rows, (row) => targets[row]) };
}

const meanSquare = (errors: Float32Array) =>
  errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length;

export async function fit(options: FitOptions): Promise<Run> {
  const { train, valid, batchSize, onStep } = options;
  const rows = train.targets.length;
  if (!(options.epochs > 0) || valid.targets.length === 0) {
    throw new RangeError(`fit: ${options.epochs} epochs, ${valid.targets.length} rows`);
  }
  const perEpoch = Math.ceil(rows / batchSize);
  const epochs = [];
  let model: LinearModel = options.model;
  for (let step = 0, epoch = 0; epoch < options.epochs; epoch++) {
    const losses: number[] = [];
    for (const batch of batches(rows, batchSize, options.seed + epoch)) {
      const { x, targets } = pick(train, batch);
      const errors = await residuals(x, targets, model);
      const loss = meanSquare(errors);
      model = await options.update(model, await gradient(x, errors), step / (options.epochs * perEpoch));

      losses.push(loss);
      if (onStep) await onStep({ step, model, loss });
      step += 1;
    }
    const trainLoss = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
    const validLoss = meanSquare(await residuals(train.x, train.targets, model));
    epochs.push({ epoch, trainLoss, validLoss });
  }
  return { model, epochs };
}

export async function race(options: RaceOptions): Promise<{ normalized: Run; raw: Run }> {
  const { train, valid, startUpdate } = options;
  const standardizer = await fitStandardizer(train.x);
  const onCommonScale = async (data: Dataset) => ({ ...data, x: await transform(data.x, standardizer) });
  const normalized = await fit({
    ...options,
    train: await onCommonScale(train),
    valid: await onCommonScale(valid),
    update: await startUpdate(),
  });
  const raw = await fit({ ...options, update: await startUpdate() });
  return { normalized, raw };
}
