import { articleCalls, type ArticleFunctions } from '#kit/race';
import { functionsFor } from '../exercises';
import type { Drawn, Facts, Job } from '../../messages';

const POINTS = 241;

/** One cycle over the steps of the race, with the chosen rate as its peak. */
export async function schedule(job: Job, { steps, suitableRate }: Facts): Promise<Drawn> {
  const { oneCycle } = await functionsFor<Pick<ArticleFunctions, 'oneCycle'>>(job.shelf, {
    oneCycle: articleCalls.oneCycle,
  });
  const { schedule, optimizer, rate: peak = suitableRate } = job.settings;
  const every = (steps - 1) / (POINTS - 1);
  const chosen = Array.from({ length: Math.min(steps, POINTS) }, (_, index) =>
    steps <= POINTS ? index : Math.round(index * every),
  );
  const isUsed =
    schedule === 'one-cycle'
      ? optimizer === 'adam'
        ? 'The race runs on it.'
        : 'The race runs on its rates; plain descent has no momentum.'
      : 'The race runs at a constant rate now; choose the schedule one cycle to run it on this.';
  return {
    state: 'ready',
    words: [isUsed],
    drawing: {
      kind: 'schedule',
      steps: chosen.map((step) => ({ step, ...oneCycle(step / steps, { peak }) })),
    },
  };
}
