import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lesson } from './lessons';
import { note, recall } from './memory';
import { root } from './root';

/** The hints for one exercise, from "where to look" to nearly the code. */
export interface TaskHints {
  readonly task: string;
  readonly steps: readonly string[];
}

/** The hints of a lesson, as they stand in its hints.md, one paragraph each. */
export function hintsOf(lesson: Lesson): TaskHints[] {
  const [, ...sections] = readFileSync(join(root, lesson.hints), 'utf8').split(/^## /m);
  return sections.map((section) => {
    const [task = '', ...lines] = section.split('\n');
    const [, ...steps] = lines.join('\n').split(/^\d\. /m);
    return { task: task.trim(), steps: steps.map((step) => step.trim().replaceAll(/\s*\n\s*/g, ' ')) };
  });
}

/** How many steps have been given for each exercise: deleting it only means to begin again. */
const NAME = 'hints';

/** One step of a task's hints. */
export interface Hint {
  /** Counts from 0. */
  readonly step: number;
  /** False where it could not be noted down that it was given: it will be given again. */
  readonly noted: boolean;
}

/** Counts a request for a hint. @returns the next one; the last over and over */
export function nextHint(lesson: Lesson, { task, steps }: TaskHints, at = root): Hint {
  const given = recall(NAME, at);
  const key = `${lesson.name} ${task}`;
  const before = Number.isSafeInteger(given[key]) ? Number(given[key]) : 0;
  const step = Math.max(0, Math.min(before, steps.length - 1));
  return { step, noted: note(NAME, { ...given, [key]: step + 1 }, at) };
}
