import {
  hasSolution,
  hintsOf,
  lessonWith,
  nextHint,
  type Lesson,
  type LessonProgress,
  type TaskHints,
} from '#kit/course';
import { indented, type Terminal } from '#kit/pages';

/** An exercise that somebody is stuck with. */
export interface Stuck {
  readonly lesson: Lesson;
  readonly hints: TaskHints;
}

/** How to go on after a hint: with commands, or with keys. */
export interface HintWays {
  further(lesson: Lesson): string;
  adopt(lesson: Lesson): string;
}

/** The exercise that fails first; where none fails, the first that is not written. */
export function whereStuck(found: readonly LessonProgress[]): Stuck | undefined {
  const open =
    found.find(({ failed, trouble }) => failed.length > 0 || trouble !== undefined) ??
    found.find(({ passed, total }) => passed < total);
  if (open === undefined) return undefined;
  const exercise = open.failed[0]?.task ?? open.missing ?? open.tasks[0] ?? '';
  // What is missing may belong to an earlier lesson.
  return hintsFor(lessonWith(exercise) ?? open.lesson, exercise);
}

/** The hints for an exercise; those for the first where the lesson has none of that name. */
export function hintsFor(lesson: Lesson, exercise: string): Stuck | undefined {
  const every = hintsOf(lesson);
  const hints = every.find(({ task }) => task === exercise) ?? every[0];
  return hints && { lesson, hints };
}

/** Gives the next hint for an exercise, and counts it. */
export function giveHint(
  { lesson, hints }: Stuck,
  terminal: Terminal,
  ways: HintWays,
): { readonly text: string; readonly object: object } {
  const { step, noted } = nextHint(lesson, hints);
  const { [step]: hint = '', length } = hints.steps;
  const title = `Lesson ${lesson.number}, ${hints.task}: hint ${step + 1} of ${length}`;
  const last = hasSolution(lesson)
    ? `The solution, with its reasons: ${ways.adopt(lesson)}`
    : 'Where it does not help, ask your teacher.';
  const further =
    step + 1 === length
      ? `That was the last one. ${last}`
      : noted
        ? `One step further: ${ways.further(lesson)}`
        : `Nothing can be noted down in this folder. All steps: npm run hint ${lesson.number} -- --all`;
  return {
    text: [
      terminal.colour.bold(title),
      '',
      indented(terminal, '  ', hint),
      '',
      indented(terminal, '', further),
    ].join('\n'),
    object: { lesson: lesson.name, task: hints.task, step: step + 1, of: length, hint },
  };
}
