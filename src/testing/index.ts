import { articleFigures } from '#kit/data';

export { type Gradient, type LinearModel, Matrix, phoneBills, years } from '#kit/data';
export { scheduledSteps } from './adam-steps';
export { articleOnCommonScale } from './article-on-common-scale';
export { bowl } from './bowl';
export { carColumn } from './car-column';
export const { firstRows, normalizedModel, normalizedRows, rawRows, scales, sixNumbers, trainingStatistics } =
  articleFigures;
export { close, closeModel, closeStandardizer, equal, holds, refuses, unchanged } from './expect';
export { computedInKernels, ranAsKernel, ranInOneLaunch, readsAtMost } from './expect-launches';
export { closeFloat64, unchangedList } from './expect-lists';
export { smallExperiment, unitsExperiment, type Experiment } from './experiment';
export type { Failure, Outcome, Replay } from './failure';
export {
  amount,
  column,
  columnOf,
  constantColumn,
  deviation,
  factor,
  model,
  quantities,
  seed,
  standardizer,
  table,
  tableWith,
  value,
  variedColumn,
} from './generators';
export type { RunOptions, Suite, Task, Test } from './definition';
export { copyOfData } from './copy-of-data';
export { direct, type Implementation, type Session } from './implementation';
export * as reference from './reference';
export { refusesValues } from './refuses-values';
export type { TestReport } from './register';
export type { Remote } from './remote';
export { standIn } from './stand-in';
export { eachIsRejected, eachRejects, holdsForRight, tried, verdictTable } from './judge-properties';
export type { LoadAnswerKey, Misconception, AnswerKey } from './answer-key';
export { standardizers } from './standardizers';
export { suite } from './suite';
export type { Table, TableRow } from './table';
export * as tolerance from './tolerance';
export type { Trials, TrialSettings } from './try-properties';
export { uniformInputs } from './uniform-inputs';
export { sevenWeeks, weatherLog } from './weather-log';
export { diagnose, type Symptom } from './diagnosis';
export { examiner, type Examine } from './examine';
export { loadFailure } from './load-failure';
