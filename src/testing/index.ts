import { articleFigures } from '#kit/data';

export { Matrix, phoneBills, years } from '#kit/data';
export { carColumn } from './car-column';
export const { sixNumbers } = articleFigures;
export { close, equal, holds, ranAsKernel, refuses, unchanged } from './expect';
export type { Failure, Outcome, Replay } from './failure';
export {
  amount,
  column,
  columnOf,
  constantColumn,
  factor,
  model,
  quantities,
  table,
  value,
  variedColumn,
} from './generators';
export type { RunOptions, Suite, Task, Test } from './definition';
export { copyOfData } from './copy-of-data';
export { direct, type Implementation, type Session } from './implementation';
export * as reference from './reference';
export type { TestReport } from './register';
export type { Remote } from './remote';
export { standIn } from './stand-in';
export { suite } from './suite';
export * as tolerance from './tolerance';
