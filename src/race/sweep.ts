import { plainUpdate, train, type Trained, type Training, type Watching } from './arm';
import type { RaceFunctions } from './functions';

/** How a rate did in a trial run. */
export interface Trial {
  readonly learningRate: number;
  /** Mean of the trial's last epochs, a quarter of them, on the validation rows; NaN after an overflow. */
  readonly validLoss: number;
}

// A trial of this many steps shows which decade suits; on small data that is the whole training.
const TRIAL_STEPS = 2_500;

/** Tries each rate in a short run from the same start, on the same batches. */
export async function sweep(
  training: Training,
  rates: readonly number[],
  functions: RaceFunctions,
  { onProgress, ...watching }: Pick<Watching, 'onProgress' | 'onStep'> = {},
): Promise<Trial[]> {
  const stepsAnEpoch = Math.ceil(training.train.targets.length / training.batchSize);
  const epochs = Math.max(1, Math.min(training.epochs, Math.floor(TRIAL_STEPS / stepsAnEpoch)));
  const trials: Trial[] = [];
  for (const [index, learningRate] of rates.entries()) {
    onProgress?.(index / rates.length);
    const update = plainUpdate(learningRate, functions);
    const trial = await train({ ...training, epochs }, update, functions, {
      ...watching,
      stopAtOverflow: true,
    });
    trials.push({ learningRate, validLoss: trial.diverged ? NaN : settledLoss(trial) });
  }
  return trials;
}

/** One epoch would not do: a rate that is too fast swings, and may stand low when the trial happens to end. */
function settledLoss({ epochs }: Trained): number {
  const last = epochs.slice(-Math.ceil(epochs.length / 4));
  return last.reduce((sum, { validLoss }) => sum + validLoss, 0) / last.length;
}

/**
 * The full training at the rate whose trial ended lowest; at the next best where that one leaves float32
 * later on.
 * @returns the last one tried, diverged, where none holds.
 */
export async function trainAtBest(
  training: Training,
  trials: readonly Trial[],
  functions: RaceFunctions,
  watching: Pick<Watching, 'onProgress' | 'onStep'> = {},
): Promise<Trained & { readonly learningRate: number }> {
  const finite = trials.filter(({ validLoss }) => Number.isFinite(validLoss));
  const ranked = finite.toSorted((a, b) => a.validLoss - b.validLoss);
  const rates =
    ranked.length > 0 ? ranked.map(({ learningRate }) => learningRate) : [trials[0]!.learningRate];
  const trainAt = (learningRate: number) =>
    train(training, plainUpdate(learningRate, functions), functions, watching);
  for (const learningRate of rates.slice(0, -1)) {
    const trained = await trainAt(learningRate);
    if (!trained.diverged) return { ...trained, learningRate };
  }
  const learningRate = rates.at(-1)!;
  return { ...(await trainAt(learningRate)), learningRate };
}
