export { whyCalls, type WhyFunctions } from './functions';
export { measureWhy, type Measured, type WhySettings } from './measure';
export { whyReport, type WhyReport } from './report';
export { judgements, statementsOn, type Figure, type Judgement, type Statement } from './statements';
export { biasInTheory, bowlInTheory, stepsInTheory } from './theory';
