export { inColumn, inDigits, inPerCent, inTimes } from './numbers';
