export * from './article-recipe';
export { batchTrainer } from './batch-trainer';
export { bestModel } from './best-model';
export { finalLoss, type ArmName, type TimedEpoch } from './arm';
export { bowlOf, conditionOf, type Bowl } from './bowl';
export { csvHeader, csvText, FEWEST_ROWS, raceFile, type RaceFile } from './csv-file';
export { dataSetNames, loadDataSet, someRows, type RaceData, type ReadFile } from './data-sets';
export { type ArticleFunctions, type Found, type RaceFunctions } from './functions';
export { landscapeOf, type Landscape, type Pair } from './landscape';
export { raceLandscapes, type ArmLandscape } from './race-landscapes';
export { runLive, type LiveArmName, type LiveSettings, type LiveStart, type LiveWatcher } from './live-race';
export { liveVerdict } from './live-verdict';
export { limitsOf, type Limits } from './limits';
export { suitableRate } from './learning-rate';
export { prepare, type Prepared } from './prepare';
export { recipeNeeds, updateBy, type Recipe } from './recipe';
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
export { isAhead, verdictOn } from './verdict';
export { tellingPairs } from './telling-pairs';
export { Walk, type Way } from './walk';
export * from './why';
