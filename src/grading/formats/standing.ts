import type { LessonResult, TaskResult } from '../result';

/** How a task stands, in a word and with a sign, so that no colour is needed to tell. */
export interface TaskStanding {
  readonly sign: '✓' | '✗' | '○';
  readonly words: string;
}

/** How a task of a lesson stands. */
export function standingOf({ status }: LessonResult, { tests }: TaskResult): TaskStanding {
  if (status === 'missing') return { sign: '○', words: 'not handed in' };
  if (status === 'refused') return { sign: '✗', words: 'could not run' };
  const passed = tests.filter((test) => test.status === 'passed').length;
  const begun = tests.some((test) => test.status !== 'not started');
  if (!begun) return { sign: '○', words: 'not started' };
  const count = `${passed} of ${tests.length} ${tests.length === 1 ? 'test passes' : 'tests pass'}`;
  return passed === tests.length && passed > 0 ? { sign: '✓', words: 'done' } : { sign: '✗', words: count };
}

/** 34 of 52 points, 65 % */
export function inPoints(score: number, maxScore: number): string {
  const points = `${score} of ${maxScore} ${maxScore === 1 ? 'point' : 'points'}`;
  return maxScore === 0 ? points : `${points}, ${percentOf(score, maxScore)} %`;
}

/** Rounded down to a tenth: 100 is for those who have all points. */
export function percentOf(score: number, maxScore: number): number {
  return maxScore === 0 ? 0 : Math.floor((score * 1000) / maxScore) / 10;
}
