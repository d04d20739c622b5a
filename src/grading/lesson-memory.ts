import type { LessonResult } from './result';

/**
 * What came of texts that have been graded before: many hand in the same, the stub, say. Only where a lesson has not
 * earned all of its points: then it was graded in a process of its own, which nobody has used after it, and so what
 * came of it depends on its text alone, in whatever order a class is graded.
 */
export class LessonMemory {
  private readonly known = new Map<string, LessonResult>();

  find(lesson: string, text: string): LessonResult | undefined {
    return this.known.get(keyOf(lesson, text));
  }

  keep(text: string, result: LessonResult): void {
    if (isLasting(result)) this.known.set(keyOf(result.lesson, text), result);
  }
}

const keyOf = (lesson: string, text: string) => `${lesson}\n${text}`;

/** Whether it says something about the text alone: how long it took depends on the machine as well. */
function isLasting({ status, score, maxScore, tasks }: LessonResult): boolean {
  if (status === 'refused' || score === maxScore) return false;
  const tests = tasks.flatMap((task) => task.tests);
  return tests.every((test) => test.status !== 'not run' && !test.failure?.stopped);
}
