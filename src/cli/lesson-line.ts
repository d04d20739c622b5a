import type { Standing } from '#kit/course';
import type { Terminal } from '#kit/pages';

/** What stands before a lesson, two columns wide: nothing, or a sign that it is the one to work on. */
export type Pointer = '' | '  ' | '→ ';

/**
 * One lesson in one line: a mark, its number and title, and how far it is.
 * @param widest how many columns titles take
 */
export function lessonLine(
  { lesson, status, passed, total, failing, cannotRun }: Standing,
  widest: number,
  { colour, width }: Terminal,
  pointer: Pointer = '  ',
): string {
  const name = `${lesson.number}  ${lesson.title.padEnd(widest)}`;
  if (cannotRun) return `${pointer}${colour.red('✗')} ${name}  ${colour.red('cannot run')}`;
  if (status === 'done') return `${pointer}${colour.green('✓')} ${name}  ${colour.green('done')}`;
  if (status === 'adopted') return `${pointer}${colour.cyan('✓')} ${name}  ${colour.cyan('adopted')}`;
  if (status === 'not started') return `${pointer}${colour.dim(`○ ${name}  not started`)}`;
  const count = `${passed} of ${total}`;
  if (failing === 0) return `${pointer}${colour.yellow('◐')} ${name}  in progress, ${count}`;
  const fails = `${failing} failing`;
  const isWide = `${pointer}✗ ${name}  in progress, ${count}, ${fails}`.length <= width;
  return `${pointer}${colour.red('✗')} ${name}  ${isWide ? 'in progress, ' : ''}${count}, ${colour.red(fails)}`;
}

/** How many columns the titles of some lessons take. */
export function widestTitle(standings: readonly Standing[]): number {
  return Math.max(0, ...standings.map(({ lesson }) => lesson.title.length));
}
