import type { Dataset, LinearModel } from '#kit/data';
import type { Training } from '../arm';
import type { ArticleFunctions, Found } from '../functions';

/** The rates that the article let its finder try. */
const rates = { start: 1e-3, end: 1e6, steps: 100 };

/**
 * Lets the shelf's finder look for a learning rate, as the article did before each of its arms: from the
 * arm's own start, on its training rows, with an Adam of its own and the recipe's decay. What it trained is
 * dropped; the arm begins as if it had not been there.
 */
export async function findRate(
  { train, model: start, batchSize, seed }: Training,
  functions: ArticleFunctions,
  weightDecay: number,
): Promise<Found> {
  const { startAdam, adamStep, residuals, gradient, findLearningRate } = functions;
  let model: LinearModel = { weights: start.weights.slice(), bias: start.bias };
  let state = startAdam(start.weights.length);
  const next = endlessBatches(train, batchSize, seed, functions);
  return findLearningRate(async (learningRate) => {
    const { x, targets } = next();
    const errors = await residuals(x, targets, model);
    const slopes = await gradient(x, errors);
    ({ model, state } = await adamStep(model, slopes, state, { learningRate, weightDecay }));
    return meanSquare(errors);
  }, rates);
}

/** One batch after the other, epoch after epoch: small data has fewer batches than there are rates to try. */
function endlessBatches(
  { x, targets }: Dataset,
  batchSize: number,
  seed: number,
  { batches }: Pick<ArticleFunctions, 'batches'>,
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
