import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exercisesOf, root, type Lesson } from '#kit/course';
import type { CodeComparison } from '#kit/course/source';
import type { CallsBeside } from '#kit/testing/side-by-side';
import { measuredCalls } from './measured-calls';

/** One exercise beside its solution: its code, and how calls of both went. */
export interface ExerciseComparison extends CodeComparison {
  /** One for the function itself, and one for each function that it returns; none where nothing was measured. */
  readonly calls: readonly CallsBeside[];
}

/** A learner's lesson beside the solution. */
export interface LessonComparison {
  readonly lesson: Lesson;
  /** Whether its tests are known to pass. */
  readonly isDone: boolean;
  /** Of the random data that both have run on. */
  readonly seed: number;
  readonly exercises: readonly ExerciseComparison[];
  /** Why nothing was measured, in words. */
  readonly trouble: string | null;
}

export interface HowToCompare {
  readonly isDone: boolean;
  readonly seed: number;
  /** Of lines of code, if not as in the course. */
  readonly width: number | undefined;
}

export async function compareLesson(
  lesson: Lesson,
  { isDone, seed, width }: HowToCompare,
): Promise<LessonComparison> {
  const [codes, measured] = await Promise.all([comparedCode(lesson, width), measuredCalls(lesson, seed)]);
  const calls = 'calls' in measured ? measured.calls : [];
  return {
    lesson,
    isDone,
    seed,
    exercises: codes.map((code) => ({
      ...code,
      calls: calls.filter(({ exercise }) => exercise === code.exercise),
    })),
    trouble: 'trouble' in measured ? measured.trouble : null,
  };
}

async function comparedCode(lesson: Lesson, width: number | undefined): Promise<CodeComparison[]> {
  // Not read before it is needed: TypeScript is ten times as large as everything else here.
  const { compareCode } = await import('#kit/course/source');
  const texts = { yours: textOf(lesson.exercise), solution: textOf(lesson.solution) };
  return compareCode(texts, exercisesOf(lesson), width);
}

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
