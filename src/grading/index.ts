export { openClassroom, type Classroom } from './grade-class';
export type { GradingOptions } from './grader-messages';
export type { GradingListener } from './graders';
export { usualLimits, type Limits } from './limits';
export { fingerprint, newSecret, type Secret } from './private-seed';
export type { GradingResult, LessonResult, TaskResult, TestResult } from './result';
export type { HandedIn, Submission } from './submission';
