import { indented, type Terminal } from '#kit/pages';
import type { CallsBeside } from '#kit/testing/side-by-side';
import { agreementInWords, timeInWords } from './calls-in-words';
import type { ExerciseComparison, LessonComparison } from './lesson-comparison';
import { isBeside, renderRows } from './render-rows';
import type { WholeTerminal } from './terminal';

/** A lesson beside its solution, exercise by exercise, and what to do next. */
export function renderLessonComparison(compared: LessonComparison, terminal: WholeTerminal): string {
  const parts = [
    heading(compared, terminal),
    ...compared.exercises.map((exercise) => exercisePart(exercise, terminal)),
    next(compared, terminal),
  ];
  return `\n${parts.join('\n\n')}\n`;
}

function heading({ lesson, seed, exercises, trouble }: LessonComparison, terminal: WholeTerminal): string {
  const { colour } = terminal;
  const title = `lesson ${lesson.number}, ${lesson.title}: yours beside the solution`;
  const legend = isBeside(terminal)
    ? 'Yours is on the left, the solution on the right; - and + mark the lines that differ.'
    : 'Lines with - are yours, lines with + are the solution’s.';
  const leftOut = 'Layout, comments, names of variables and the words of errors make no difference.';
  const ran = `Both have run on the same data in turns, on cpu, seed ${seed}. Times are those of this machine, now.`;
  const shows = exercises.some(({ rows }) => rows.length > 0);
  return [
    indented(terminal, 'Common Scale  ', title, colour.bold),
    '',
    indented(terminal, '  ', shows ? `${legend} ${leftOut}` : leftOut),
    indented(terminal, '  ', trouble === null ? ran : `Nothing could be measured: ${trouble}`),
  ].join('\n');
}

function exercisePart(
  { exercise, code, rows, decisions, calls }: ExerciseComparison,
  terminal: WholeTerminal,
): string {
  const [own, ...returned] = calls;
  const facts: [label: string, text: string][] = [
    ['code', codeWords[code]],
    ...(own === undefined ? [] : callFacts(own)),
    // A function that it returns goes by its own name, and is told of in one line.
    ...returned.map((each): [string, string] => [
      each.call.split('.').at(-1) ?? each.call,
      callFacts(each)
        .map(([, text]) => text)
        .join('; '),
    ]),
  ];
  const width = Math.max(...facts.map(([label]) => label.length)) + 2;
  const lines = facts.map(([label, text]) => indented(terminal, `  ${label.padEnd(width)}`, text));
  const reasons = decisions.filter(({ otherwise }) => otherwise);
  return [
    [terminal.colour.bold(exercise), ...lines].join('\n'),
    ...(rows.length === 0 ? [] : [renderRows(rows, terminal)]),
    ...(reasons.length === 0
      ? []
      : [
          [
            '  What the solution decides, and why',
            ...reasons.flatMap(({ code: line, text }) => [
              terminal.colour.cyan(cut(`    ${line}`, terminal.width)),
              indented(terminal, '      ', text),
            ]),
          ].join('\n'),
        ]),
  ].join('\n\n');
}

function callFacts(calls: CallsBeside): [label: string, text: string][] {
  const { time, kind } = calls;
  return [
    ['results', agreementInWords(calls)],
    ...(time === null ? [] : [['time', timeInWords(time, kind)] satisfies [string, string]]),
  ];
}

const codeWords = {
  same: 'the same',
  different: 'differs',
  absent: 'there is none of yours to be set beside it',
} as const;

function next(
  { lesson: { number, exercise }, isDone, exercises }: LessonComparison,
  terminal: Terminal,
): string {
  const step = (verb: string, what: string) => indented(terminal, `  ${verb.padEnd(8)}`, what);
  return [
    terminal.colour.bold('Next'),
    exercises.every(({ code }) => code === 'same')
      ? step('Keep', 'what you wrote: the solution decides the same')
      : isDone
        ? step('Keep', `what you wrote, or take over into ${exercise} what convinces you`)
        : step('Open', `${exercise}, and write it your way`),
    step('Run', `npm test ${number}`),
  ].join('\n');
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
