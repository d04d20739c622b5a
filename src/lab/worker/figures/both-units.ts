import {
  articleCalls,
  prepare,
  type ArticleFunctions,
  type Calls,
  type Prepared,
  type RaceData,
} from '#kit/race';
import { fewRows } from '../data';
import { functionsFor } from '../exercises';
import type { Job } from '../../messages';

/** What a figure of plain descent is drawn with. */
export type DescentFunctions = Pick<
  ArticleFunctions,
  'fitStandardizer' | 'transform' | 'residuals' | 'gradient' | 'descend'
>;

const { fitStandardizer, transform, residuals, gradient, descend } = articleCalls;
export const descentCalls: Calls<DescentFunctions> = {
  fitStandardizer,
  transform,
  residuals,
  gradient,
  descend,
};

/** A few rows, as they are and standardized by the shelf's own functions. */
export async function bothUnits<Functions extends DescentFunctions>(
  job: Job,
  calls: Calls<Functions>,
): Promise<{ functions: Functions; data: RaceData; prepared: Prepared }> {
  const functions = await functionsFor<Functions>(job.shelf, calls);
  const data = await fewRows(job);
  return { functions, data, prepared: await prepare(data, functions, job.settings.seed) };
}
