import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exerciseState, listLessons, root, type Lesson } from '#kit/course';
import { note, right, wrong, type Finding } from './finding';

/** Whether every lesson has all its files. */
export function check(): Finding {
  const lessons = listLessons('src/course/blank');
  const [lost] = lessons.flatMap(({ test, readme, hints }) => [test, readme, hints]).filter(isGone);
  if (lost !== undefined) {
    return wrong(
      `${lost} is missing`,
      `Take it once more from where the course came from. With git: git checkout -- ${lost}`,
    );
  }
  const missing = lessons.filter(({ exercise }) => isGone(exercise));
  const [first] = missing;
  if (first !== undefined) {
    return note(
      `${missing.map(({ exercise }) => exercise).join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`,
      `npm run reset ${first.number} puts the empty one back${missing.length === 1 ? '' : ', and so on'}.`,
    );
  }
  return right(`all ${lessons.length} are here, ${lessons.filter(isBegun).length} begun`);
}

function isGone(file: string): boolean {
  return !existsSync(join(root, file));
}

function isBegun(lesson: Lesson): boolean {
  return exerciseState(lesson) !== 'blank';
}
