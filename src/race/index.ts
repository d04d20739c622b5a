export * from './article-recipe';
export { finalLoss, type ArmName, type TimedEpoch } from './arm';
export { bowlOf, conditionOf, type Bowl } from './bowl';
export { dataSetNames, loadDataSet, someRows, type RaceData } from './data-sets';
export { type ArticleFunctions, type Found, type RaceFunctions } from './functions';
export { landscapeOf, lossAt, type Landscape, type Pair } from './landscape';
export { raceLandscapes, type ArmLandscape } from './race-landscapes';
export { articleCalls, raceCalls, rehearse, type Calls } from './rehearse';
export { reportOn, type Circumstances, type RaceReport } from './report';
export {
  runRace,
  type Arm,
  type Finished,
  type PlainArm,
  type RaceResult,
  type RaceSettings,
} from './run-race';
export * from './why';
