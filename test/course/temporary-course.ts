import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findLesson, listLessons, type Lesson } from '#kit/course';

/** A folder with some files of a course in it. */
export class TemporaryCourse {
  readonly path = mkdtempSync(join(tmpdir(), 'common-scale-'));

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [file, text] of Object.entries(files)) this.write(file, text);
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.path, file)), { recursive: true });
    writeFileSync(join(this.path, file), text);
  }

  remove(file: string): void {
    rmSync(join(this.path, file), { recursive: true });
  }

  dispose(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A lesson of this course. */
export function lessonNumbered(number: string): Lesson {
  const lesson = findLesson(listLessons(), number);
  if (lesson === undefined) throw new RangeError(`There is no lesson ${number}.`);
  return lesson;
}
