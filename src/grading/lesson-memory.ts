import { createHash } from 'node:crypto';
import { hasAllPoints, type LessonResult } from './result';

/**
 * What came of exercises that have been graded before: many hand in the same, the stub, say, or a solution that goes
 * round. The same means the exercise itself and all those that ran before it in its process, because data come from all
 * of these. So it is of no account in what order a class is graded, and by how many graders.
 */
export class LessonMemory {
  private readonly known = new Map<string, LessonResult>();

  /**
   * @param codes all that ran in the process, as scripts, that of the lesson last
   * @param text of the lesson's exercise, comments and all
   */
  find(lesson: string, codes: readonly string[], text: string): LessonResult | undefined {
    return this.known.get(keyOf(lesson, codes)) ?? this.known.get(keyOf(lesson, codes, text));
  }

  keep(codes: readonly string[], text: string, result: LessonResult): void {
    if (!isLasting(result)) return;
    // What tells of mistakes names lines, and they are those of one text.
    const key = hasAllPoints(result) ? keyOf(result.lesson, codes) : keyOf(result.lesson, codes, text);
    this.known.set(key, result);
  }
}

const keyOf = (lesson: string, codes: readonly string[], text?: string) =>
  createHash('sha256')
    .update(JSON.stringify([lesson, codes, text]))
    .digest('base64');

/** Whether it says something about the code alone: how long it took depends on the machine as well. */
function isLasting({ status, tasks }: LessonResult): boolean {
  if (status === 'refused') return false;
  const tests = tasks.flatMap((task) => task.tests);
  return tests.every((test) => test.status !== 'not run' && !test.failure?.stopped);
}
