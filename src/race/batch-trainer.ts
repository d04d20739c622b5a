import type { Dataset, Gradient, LinearModel } from '#kit/data';
import type { Training } from './arm';
import type { RaceFunctions } from './functions';

/** What a batch is trained with, whatever ends its step. */
type BatchFunctions = Pick<RaceFunctions, 'residuals' | 'gradient' | 'batches'>;

/** Ends a step at a rate. */
export type StepAt = (model: LinearModel, slopes: Gradient, learningRate: number) => Promise<LinearModel>;

/**
 * What a finder calls: trains one more batch, at the rate it is given, and tells the loss before that step.
 * @param stepAt one that remembers is made anew for each trainer
 */
export function batchTrainer(
  { train, model: start, batchSize, seed }: Pick<Training, 'train' | 'model' | 'batchSize' | 'seed'>,
  functions: BatchFunctions,
  stepAt: StepAt,
): (learningRate: number) => Promise<number> {
  const { residuals, gradient } = functions;
  const next = endlessBatches(train, batchSize, seed, functions);
  let model: LinearModel = { weights: start.weights.slice(), bias: start.bias };
  return async (learningRate) => {
    const { x, targets } = next();
    const errors = await residuals(x, targets, model);
    model = await stepAt(model, await gradient(x, errors), learningRate);
    return meanSquare(errors);
  };
}

/** One batch after the other, epoch after epoch: small data has fewer batches than there are rates to try. */
function endlessBatches(
  { x, targets }: Dataset,
  batchSize: number,
  seed: number,
  { batches }: Pick<BatchFunctions, 'batches'>,
): () => Dataset {
  let epoch = 0;
  let waiting: Uint32Array[] = [];
  return () => {
    if (waiting.length === 0) {
      waiting = batches(targets.length, batchSize, seed + epoch).toReversed();
      epoch += 1;
    }
    const rows = waiting.pop() ?? new Uint32Array(0);
    return { x: x.take(rows), targets: Float32Array.from(rows, (row) => targets[row]!) };
  };
}

function meanSquare(errors: Float32Array): number {
  let squares = 0;
  for (const error of errors) squares += error * error;
  return squares / errors.length;
}
