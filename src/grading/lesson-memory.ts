import { createHash } from 'node:crypto';
import type { LoadableCode } from './isolation/messages';
import type { LessonResult } from './result';

/**
 * What came of code that has been graded before: many hand in the same, the stub or a solution that they adopted. The
 * same code on the same data comes to the same, and who grades it twice may only come to two grades.
 */
export class LessonMemory {
  private readonly known = new Map<string, LessonResult>();

  /** @param grade is asked where this code is new */
  async result(
    lesson: string,
    code: LoadableCode,
    grade: () => Promise<LessonResult>,
  ): Promise<LessonResult> {
    const key = await keyOf(lesson, code);
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const result = await grade();
    if (isLasting(result)) this.known.set(key, result);
    return result;
  }
}

/** Comments and line breaks do nothing, but a failure tells of its line. */
async function keyOf(lesson: string, { code, text }: LoadableCode): Promise<string> {
  const { transform } = await import('esbuild');
  const plain = await transform(code, { minifyWhitespace: true, legalComments: 'none' });
  return createHash('sha256')
    .update(`${lesson}\n${plain.code}\n${text.split('\n').length}`)
    .digest('hex');
}

/** Whether it says something about the code alone: how long it took depends on the machine as well. */
function isLasting({ status, tasks }: LessonResult): boolean {
  const tests = tasks.flatMap((task) => task.tests);
  return status !== 'refused' && tests.every((test) => test.status !== 'not run' && !test.failure?.stopped);
}
