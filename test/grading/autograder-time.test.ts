import { expect, it } from 'vitest';
import { gradeInTime } from '../../src/grading/autograder/grade-in-time';
import type { GradingResult, LessonResult } from '../../src/grading/result';
import type { Submission } from '../../src/grading/submission';

const names = ['01-hello-kernel', '02-mean-centering'];
const submission: Submission = {
  name: 'ada',
  exercises: Object.fromEntries(names.map((name) => [name, { text: '' }])),
};
const grading = { options: { lessons: names }, jobs: 1, seconds: 0.05 };

function graded({ name, exercises, trouble }: Submission): GradingResult {
  const lessons = names.map((lesson): LessonResult => {
    const isThere = Object.hasOwn(exercises, lesson);
    const status = isThere ? 'graded' : 'missing';
    return { lesson, title: lesson, status, score: isThere ? 3 : 0, maxScore: 3, tasks: [] };
  });
  return {
    version: 1,
    submission: name,
    ...(trouble === undefined ? { status: 'graded' } : { status: 'error', trouble }),
    score: 3,
    maxScore: 6,
    lessons,
    seedFingerprint: '',
  };
}

/** Grades so many lessons, and never comes to an end with the next. What is in trouble is no work. */
const classroom = (most: number, refused: readonly string[] = []) => ({
  grade: (
    parts: readonly Submission[],
    _: number,
    listener: { onGraded(result: GradingResult, of: Submission): void },
    signal?: AbortSignal,
  ): Promise<void> => {
    const begun = parts.filter(({ trouble }, index) => trouble !== undefined || index < most);
    for (const part of begun) {
      const isRefused = refused.includes(part.name);
      listener.onGraded(graded(isRefused ? { ...part, trouble: 'No grader.' } : part), part);
    }
    if (begun.length === parts.length) return Promise.resolve();
    return new Promise((_resolve, reject) =>
      signal?.addEventListener('abort', () => reject(new Error('aborted'))),
    );
  },
});

it('puts the lessons of a submission together', async () => {
  const result = await gradeInTime(classroom(2), submission, grading);
  expect(result).toMatchObject({ submission: 'ada', status: 'graded', score: 6, maxScore: 6 });
});

it('counts what is graded when the time is up', async () => {
  const result = await gradeInTime(classroom(1), submission, grading);
  expect(result).toMatchObject({ status: 'graded', score: 3, maxScore: 6 });
  expect(result.lessons[1]).toMatchObject({ status: 'refused', score: 0 });
  expect(result.lessons[1]?.trouble).toMatch(/^There was no time left/);
});

it('says so where nothing is graded by then', async () => {
  const result = await gradeInTime(classroom(0), submission, grading);
  expect(result).toMatchObject({ submission: 'ada', status: 'error', maxScore: 6 });
  expect(result.trouble).toMatch(/^Grading took longer than/);
});

it('takes no lesson for one that was not handed in, because nothing could be graded of it', async () => {
  const result = await gradeInTime(
    classroom(2, names.slice(1)),
    { ...submission, handedInAs: 'Ada!' },
    grading,
  );
  expect(result).toMatchObject({ status: 'graded', handedInAs: 'Ada!', score: 3, maxScore: 6 });
  expect(result.lessons[1]).toMatchObject({ status: 'refused', score: 0, trouble: 'No grader.' });
  const none = await gradeInTime(classroom(2, names), submission, grading);
  expect(none).toMatchObject({ submission: 'ada', status: 'error', maxScore: 6, trouble: 'No grader.' });
});
