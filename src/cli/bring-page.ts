import type { Brought, BroughtLesson } from '#kit/course';
import { indented, type Terminal } from '#kit/pages';

/** What was brought from where, lesson by lesson, and what to look at now. */
export function renderBrought(
  { lessons, helpers, unknown, isKeptThere }: Brought,
  from: string,
  terminal: Terminal,
): string {
  const { colour } = terminal;
  const widest = Math.max(...lessons.map(({ lesson }) => lesson.title.length));
  const kept = [...lessons, ...helpers].flatMap((each) => ('kept' in each ? (each.kept ?? []) : []));
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0
      ? []
      : [[colour.bold(title), ...lines.map((line) => indented(terminal, '  ', line))].join('\n')];
  return `\n${[
    `${colour.bold('Common Scale')}  ${colour.dim(`what you wrote in ${from}`)}`,
    lessons.map((each) => lessonLine(each, widest, terminal)).join('\n'),
    ...section(
      'Came along',
      helpers.flatMap(({ file, outcome }) => (outcome === 'brought' ? file : [])),
    ),
    ...section('What stood here is kept', kept),
    ...section('Not brought', [
      ...[...lessons, ...helpers].flatMap((each) => ('reason' in each ? each.reason : [])),
      ...unknown.map(isUnknown),
      ...(isKeptThere ? [`${from}/.common-scale/kept/: what you had kept there stays there.`] : []),
    ]),
    ...section('What they lack', lessons.flatMap(whatItLacks)),
    [colour.bold('Next'), indented(terminal, '  Run     ', 'npm test')].join('\n'),
  ].join('\n\n')}\n`;
}

function lessonLine(brought: BroughtLesson, widest: number, { colour }: Terminal): string {
  const { number, title } = brought.lesson;
  const name = `${number}  ${title.padEnd(widest)}`;
  switch (brought.outcome) {
    case 'brought':
      return `  ${colour.green('✓')} ${name}  ${colour.green('brought')}`;
    case 'same':
      return `  = ${name}  the same here already`;
    case 'failed':
      return `  ${colour.red('✗')} ${name}  ${colour.red('not brought')}`;
    case 'not begun':
      return colour.dim(`  ○ ${name}  not begun there${brought.isBegunHere ? ', yours stays' : ''}`);
  }
}

function isUnknown(name: string): string {
  return `lessons/${name}: this course has no such lesson.`;
}

function whatItLacks(brought: BroughtLesson): string[] {
  if (!('lacks' in brought) || brought.lacks.length === 0) return [];
  const { lesson, lacks } = brought;
  const names = lacks.map((name) => `\`${name}\``).join(', ');
  return [`Lesson ${lesson.number}: ${names}. To be copied from ${lesson.blank}`];
}
