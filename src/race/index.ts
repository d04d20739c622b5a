export * from './article-recipe';
export { finalLoss, type ArmName, type TimedEpoch } from './arm';
export { bowlOf, conditionOf, type Bowl } from './bowl';
export { dataSetNames, loadDataSet, someRows, type RaceData } from './data-sets';
export { type ArticleFunctions, type Found, type RaceFunctions } from './functions';
export { inColumn, inDigits } from './in-words';
export { articleCalls, raceCalls, rehearse, type Calls } from './rehearse';
export { reportOn, type RaceReport } from './report';
export {
  runRace,
  type Arm,
  type Finished,
  type PlainArm,
  type RaceResult,
  type RaceSettings,
} from './run-race';
export * from './why';
