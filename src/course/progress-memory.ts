import type { Lesson } from './lessons';
import { asRecord, note, recall } from './memory';
import type { LessonProgress } from './progress';
import { root } from './root';
import { standingOf, type Standing } from './standing';
import { verdictKey } from './verdict-key';

/** Of the file's layout. One of another version is as good as none. */
const VERSION = 1;
const NAME = 'progress';

/** What the tests of each lesson would be run on now, by the lesson's name: to be asked before they run. */
export function verdictKeys(lessons: readonly Lesson[], at = root): ReadonlyMap<string, string> {
  return new Map(lessons.map((lesson) => [lesson.name, verdictKey(lesson, at)]));
}

/**
 * Remembers how whole lessons have ended on cpu, for `remembered`. What another run of the same files could
 * end otherwise is forgotten instead: a lesson whose file cannot be loaded, since a package may be missing;
 * one that was stopped, since the machine may have been slow; one that was saved again while it ran.
 *
 * @param keys `verdictKeys` from before they ran
 */
export function rememberProgress(
  progress: readonly LessonProgress[],
  keys: ReadonlyMap<string, string>,
  at = root,
): void {
  const lessons = { ...notes(at) };
  for (const each of progress) {
    const { lesson } = each;
    const key = verdictKey(lesson, at);
    delete lessons[lesson.name];
    if (!isDecidedByFiles(each) || key !== keys.get(lesson.name)) continue;
    const { status, passed, total, failing } = standingOf(each);
    lessons[lesson.name] = { key, status, passed, total, failing };
  }
  note(NAME, { version: VERSION, lessons }, at);
}

/** How a lesson ended when it last ran; undefined where that is not known, or something has changed since. */
export function remembered(lesson: Lesson, at = root): Standing | undefined {
  const { key, status, passed, total, failing } = asRecord(notes(at)[lesson.name]);
  if (!isStatus(status) || !isCount(passed) || !isCount(total) || !isCount(failing)) return undefined;
  if (key !== verdictKey(lesson, at)) return undefined;
  return { lesson, status, passed, total, failing, cannotRun: false };
}

function notes(at: string): Readonly<Record<string, unknown>> {
  const { version, lessons } = recall(NAME, at);
  return version === VERSION ? asRecord(lessons) : {};
}

function isDecidedByFiles({ trouble, failed }: LessonProgress): boolean {
  return trouble === undefined && failed.every(({ failure }) => failure.stopped !== true);
}

const STATUSES: readonly unknown[] = [
  'not started',
  'in progress',
  'adopted',
  'done',
] satisfies Standing['status'][];

function isStatus(value: unknown): value is Standing['status'] {
  return STATUSES.includes(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
