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
  quantities,
  table,
  value,
  variedColumn,
} from './generators';
export { copyOfData } from './copy-of-data';
export { direct, type Implementation, type Session } from './implementation';
export * as reference from './reference';
export type { TestReport } from './register';
export type { Remote } from './remote';
export type { RunOptions } from './run-test';
export { standIn } from './stand-in';
export { suite, type Suite, type Task, type Test } from './suite';
export * as tolerance from './tolerance';
