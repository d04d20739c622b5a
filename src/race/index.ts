export { finalLoss, type ArmName, type TimedEpoch } from './arm';
export { bowlOf, conditionOf, type Bowl } from './bowl';
export { dataSetNames, loadDataSet, someRows, type RaceData } from './data-sets';
export { raceFunctionNames, type RaceFunctions } from './functions';
export { inColumn, inDigits } from './in-words';
export { rehearse } from './rehearse';
export { reportOn, type RaceReport } from './report';
export { runRace, type Arm, type RaceResult, type RaceSettings } from './run-race';
