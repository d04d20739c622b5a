export { compareCode, type CodeComparison, type Decision } from './compare-code';
export type { Row } from './match-lines';
