import fc, { type Arbitrary } from 'fast-check';
import type { Gradient } from '#kit/data';
import { model, value } from './generators';

/** A step of a training: the slopes of the moment, and a rate and a momentum that follow a schedule. */
export interface ScheduledStep {
  readonly gradient: Gradient;
  readonly options: { readonly learningRate: number; readonly momentum: number };
}

/** So many steps, each with slopes, a rate and a momentum of its own. */
export function scheduledSteps(features: number, count: number): Arbitrary<ScheduledStep[]> {
  const step = fc.record({
    gradient: model(features),
    options: fc.record({
      learningRate: value({ low: 1 / 64, high: 10, step: 1 / 64 }),
      momentum: value({ low: 0, high: 63 / 64, step: 1 / 64 }),
    }),
  });
  return fc.array(step, { minLength: count, maxLength: count });
}
