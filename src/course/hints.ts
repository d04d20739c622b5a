import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Lesson } from './lessons';
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
const MEMORY = '.common-scale/hints.json';

/** Counts a request for a hint. @returns which step it is, from 0; the last one over and over */
export function nextHint(lesson: Lesson, { task, steps }: TaskHints): number {
  const given = remembered();
  const key = `${lesson.name} ${task}`;
  const step = Math.min(given[key] ?? 0, steps.length - 1);
  mkdirSync(dirname(join(root, MEMORY)), { recursive: true });
  writeFileSync(join(root, MEMORY), JSON.stringify({ ...given, [key]: step + 1 }));
  return step;
}

function remembered(): Record<string, number> {
  if (!existsSync(join(root, MEMORY))) return {};
  try {
    return JSON.parse(readFileSync(join(root, MEMORY), 'utf8')) as Record<string, number>;
  } catch {
    return {};
  }
}
