import {
  exerciseState,
  hasSolution,
  isWorthKeeping,
  remembered,
  type Lesson,
  type LessonProgress,
} from '#kit/course';
import { flag, runCommand, writeAnswer } from './arguments';
import { chosenLesson } from './chosen-lessons';
import { renderClosed } from './compare-closed-page';
import { renderLessonComparison } from './compare-page';
import { compareLesson } from './lesson-comparison';
import { noSolution } from './no-solution';
import { progressLine } from './progress-line';
import { codeWidth } from './render-rows';
import { thisTerminal } from './terminal';

const usage = `npm run compare 03            what you wrote beside the solution, once lesson 03 is
                              done: where the code differs and why, whether both
                              come to the same, and how long they take
npm run compare 03 -- --peek  the same before it is done
npm run compare 03 -s -- --json  as one JSON object`;

/** What the command says, and its exit code: 1 where the solution stays closed. */
interface Answer {
  readonly text: string;
  readonly object: object;
  readonly code: 0 | 1;
}

await runCommand(usage, { peek: flag, json: flag }, async ({ values, positionals }) => {
  const lesson = chosenLesson(positionals, usage);
  const { text, object, code } = nothingToCompare(lesson) ?? (await compared(lesson, values));
  writeAnswer(
    values.json,
    () => ({ lesson: lesson.name, ...object }),
    () => text,
  );
  return code;
});

function nothingToCompare(lesson: Lesson): Answer | undefined {
  const { number, exercise } = lesson;
  if (!hasSolution(lesson)) {
    const text = noSolution(lesson, 'there is nothing to compare with');
    return { text, object: { status: 'no solution' }, code: 1 };
  }
  if (exerciseState(lesson) === 'adopted' && !isWorthKeeping(lesson)) {
    const text = `Lesson ${number} is adopted: ${exercise} is the solution. Its comments say why it is as it is.`;
    return { text, object: { status: 'adopted' }, code: 0 };
  }
  return undefined;
}

async function compared(lesson: Lesson, { peek, json }: { peek: boolean; json: boolean }): Promise<Answer> {
  const isDone = passes(remembered(lesson));
  const closed = isDone ? undefined : await (peek ? unlessAllowed(lesson) : unlessDone(lesson));
  if (closed !== undefined) return closed;
  const terminal = thisTerminal();
  const line = progressLine();
  line.show('comparing …');
  const comparison = await compareLesson(lesson, {
    isDone: isDone || !peek,
    seed: seedOfNow(),
    // Data are the same on every terminal.
    width: json ? undefined : codeWidth(terminal),
  });
  line.clear();
  const { seed, exercises, trouble } = comparison;
  return {
    text: renderLessonComparison(comparison, terminal),
    object: { status: comparison.isDone ? 'done' : 'not done', seed, exercises, trouble },
    code: 0,
  };
}

/** Asks where there is somebody to be asked; else `--peek` is answer enough. */
async function unlessAllowed(lesson: Lesson): Promise<Answer | undefined> {
  const { number } = lesson;
  if (exerciseState(lesson) === 'missing') return unlessDone(lesson);
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  const { default: confirm } = await import('@inquirer/confirm');
  const message = `Show the solution of lesson ${number} before it is done?`;
  const isAllowed = await confirm({ message, default: false }, { output: process.stderr }).catch(noAnswer);
  if (isAllowed) return undefined;
  return { text: `It stays closed. A hint: npm run hint ${number}`, object: { status: 'not done' }, code: 1 };
}

/** Ctrl-C says no. */
function noAnswer(error: unknown): false {
  if (error instanceof Error && error.name === 'ExitPromptError') return false;
  throw error;
}

/** Runs the tests. @returns what the lesson lacks */
async function unlessDone(lesson: Lesson): Promise<Answer | undefined> {
  const line = progressLine();
  line.show(`running ${lesson.number} …`);
  const { runLessons } = await import('./run-lessons');
  const page = await runLessons({ lessons: [lesson], backend: 'cpu', seed: seedOfNow() });
  line.clear();
  const [progress] = page.lessons;
  if (progress === undefined || passes(progress)) return undefined;
  return { text: renderClosed(page, progress, thisTerminal()), object: asObject(progress), code: 1 };
}

function passes(standing: Pick<LessonProgress, 'status'> | undefined): boolean {
  return standing?.status === 'done' || standing?.status === 'adopted';
}

function asObject({ status, notWritten, failed, trouble }: LessonProgress): object {
  const failing = failed.map(({ task, title }) => ({ task, title }));
  return { status, notWritten, failing, trouble: trouble?.sentence ?? null };
}

function seedOfNow(): number {
  return Math.floor(Math.random() * 2 ** 31);
}
