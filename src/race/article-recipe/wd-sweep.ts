import { finalLoss, type Trained } from '../arm';

/** Decays to compare, from none to one that caps weights at 10. */
const decays = [0, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1] as const;

/** How both arms end with a weight decay. */
export interface DecayTrial {
  readonly weightDecay: number;
  /** 1 / weightDecay: no weight stays beyond it. Infinite without decay. */
  readonly cap: number;
  /** Last validation losses. */
  readonly normalized: number;
  readonly raw: number;
  /** Of the raw arm: its largest weight, by size. */
  readonly largestRawWeight: number;
  readonly rawBias: number;
  /** What both trainings took. */
  readonly seconds: number;
}

/** Trains both arms with each decay. @param trained an arm's training with a decay; it may know it already */
export async function sweepDecays(
  trained: (units: 'normalized' | 'raw', weightDecay: number) => Promise<Trained>,
): Promise<DecayTrial[]> {
  const trials: DecayTrial[] = [];
  for (const weightDecay of decays) {
    const normalized = await trained('normalized', weightDecay);
    const raw = await trained('raw', weightDecay);
    trials.push({
      weightDecay,
      cap: 1 / weightDecay,
      normalized: finalLoss(normalized),
      raw: finalLoss(raw),
      largestRawWeight: Math.max(...raw.model.weights.map(Math.abs)),
      rawBias: raw.model.bias,
      seconds: [...normalized.epochs, ...raw.epochs].reduce((sum, { seconds }) => sum + seconds, 0),
    });
  }
  return trials;
}
