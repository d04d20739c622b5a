export {
  explained,
  missingFile,
  missingImport,
  notExported,
  notStarted,
  type Line,
} from './exercise-trouble';
export { inColumn, inDigits, inPerCent, inTimes } from './numbers';
