import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { listLessons, listMisconceptions, root } from '#kit/course';
import type { GradingResult } from '#kit/grading';
import { listHostileExercises } from '../attacks/attacks';
import { asExercise } from '../grading/misconception-as-exercise';

/** Somebody in a class, and what must come of what they have handed in. */
export interface Student {
  readonly name: string;
  readonly kind: 'right' | 'wrong' | 'hostile';
  /** Exercises that are not right, by their lessons. */
  readonly spoilt: Readonly<Record<string, string>>;
}

const lessons = listLessons('src/course/blank');
const mistakes = lessons.flatMap((lesson) => listMisconceptions(lesson).map((name) => ({ lesson, name })));
const attacks = listHostileExercises();

/** A third right, a third with known mistakes in two lessons, a third with an attack in one. */
export async function mixedClass(count: number): Promise<Student[]> {
  const students: Student[] = [];
  for (let index = 0; index < count; index++) {
    const turn = Math.floor(index / 3);
    const kind = (['right', 'wrong', 'hostile'] as const)[index % 3]!;
    const spoilt: Record<string, string> = {};
    if (kind === 'wrong') {
      // Far apart in the list, and so of different lessons.
      for (const at of [turn, turn + Math.floor(mistakes.length / 2)]) {
        const { lesson, name } = mistakes[at % mistakes.length]!;
        spoilt[lesson.name] = await asExercise(build, lesson, name);
      }
    } else if (kind === 'hostile') {
      const { lesson, text } = attacks[turn % attacks.length]!;
      spoilt[lesson] = text;
    }
    students.push({ name: `student-${String(index).padStart(3, '0')}`, kind, spoilt });
  }
  return students;
}

/**
 * Writes down what they hand in.
 * @param isAlike whether who is right has written what the solution says; else no two files of a class are the same
 * code: each has a constant of its own
 */
export function handIn(folder: string, students: readonly Student[], isAlike: boolean): void {
  students.forEach(({ name, spoilt }, index) => {
    for (const lesson of lessons) {
      const text = spoilt[lesson.name] ?? readFileSync(join(root, lesson.solution), 'utf8');
      const own = join(folder, name, lesson.folder);
      mkdirSync(own, { recursive: true });
      writeFileSync(join(own, 'exercise.ts'), isAlike ? text : `${text}\nexport const student = ${index};\n`);
    }
  });
}

/** What of a result is not as it must be, in a sentence each. */
export function wrongIn(
  { name, kind, spoilt }: Student,
  { status, lessons }: Pick<GradingResult, 'status' | 'lessons'>,
): string[] {
  if (status === 'error') return [`${name} could not be graded.`];
  return lessons.flatMap(({ lesson, score, maxScore }) => {
    const isSpoilt = Object.hasOwn(spoilt, lesson);
    const isAsItMust = !isSpoilt ? score === maxScore : kind === 'wrong' ? score < maxScore : score === 0;
    const points = `${score} of ${maxScore} points in ${lesson}`;
    return isAsItMust ? [] : [`${name}, who is ${isSpoilt ? kind : 'right'} there, has ${points}.`];
  });
}
