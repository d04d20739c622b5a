import type { Training } from '../arm';
import { batchTrainer } from '../batch-trainer';
import type { ArticleFunctions, Found } from '../functions';

/** The rates that the article let its finder try. */
const rates = { start: 1e-3, end: 1e6, steps: 100 };

/**
 * Lets the shelf's finder look for a learning rate, as the article did before each of its arms: from the
 * arm's own start, on its training rows, with an Adam of its own and the recipe's decay. What it trained is
 * dropped; the arm begins as if it had not been there.
 */
export async function findRate(
  training: Training,
  functions: ArticleFunctions,
  weightDecay: number,
): Promise<Found> {
  const { startAdam, adamStep, findLearningRate } = functions;
  let state = startAdam(training.model.weights.length);
  const trainBatch = batchTrainer(training, functions, async (model, slopes, learningRate) => {
    const after = await adamStep(model, slopes, state, { learningRate, weightDecay });
    ({ state } = after);
    return after.model;
  });
  return findLearningRate(trainBatch, rates);
}
