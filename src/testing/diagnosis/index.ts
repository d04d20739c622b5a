export { diagnose } from './diagnose';
export { observe } from './observe';
export type { Symptom } from './symptom';
