import { articleFigures, type EpochLoss, type Update } from '#kit/data';
import type { ArticleFunctions } from '../functions';

/** What the article trained both of its arms with. */
export const theArticles = {
  data: 'article',
  rows: 200_000,
  epochs: 10,
  batchSize: 64,
  peak: 10,
  weightDecay: 0.01,
} as const;

/** Adam with one cycle, as an update of its own: it remembers, so each training gets a new one. */
export function articleUpdate(
  { startAdam, adamStep, oneCycle }: Pick<ArticleFunctions, 'startAdam' | 'adamStep' | 'oneCycle'>,
  features: number,
  { peak, weightDecay }: { readonly peak: number; readonly weightDecay: number },
): Update {
  let state = startAdam(features);
  return async (model, gradient, position) => {
    const { learningRate, momentum } = oneCycle(position, { peak });
    const after = await adamStep(model, gradient, state, { learningRate, momentum, weightDecay });
    ({ state } = after);
    return after.model;
  };
}

/** Everything that decides whether a run is the article's own, but its random numbers. */
export interface Run {
  readonly data: string;
  readonly rows: number;
  readonly epochs: number;
  readonly batchSize: number;
  readonly peak: number;
  readonly weightDecay: number;
}

/** What the article printed for an arm, where a run may be put beside it; nothing where it may not. */
export function articleLosses(
  run: Run,
): { readonly normalized: readonly EpochLoss[]; readonly raw: readonly EpochLoss[] } | undefined {
  const names = Object.keys(theArticles) as (keyof typeof theArticles)[];
  if (names.some((name) => run[name] !== theArticles[name])) return undefined;
  return { normalized: articleFigures.normalizedLosses, raw: articleFigures.rawLosses };
}
