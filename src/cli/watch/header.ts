import type { Lesson, Standing } from '#kit/course';
import type { Terminal } from '#kit/pages';
import { countDone } from '../list-page';

/** The course in one line: a sign for each lesson, and where somebody is. */
export function header(
  standings: readonly Standing[],
  current: Lesson,
  backend: string,
  { colour, width }: Terminal,
): string {
  const signs = standings.map((standing) => {
    const sign = signOf(standing, colour);
    return standing.lesson.name === current.name ? colour.inverse(sign) : sign;
  });
  const where = `lesson ${current.number}`;
  const parts = [
    colour.bold('Common Scale'),
    signs.join(''),
    countDone(standings),
    where,
    `kernels on ${backend}`,
  ];
  const plain = ['Common Scale', standings.map(() => '○').join(''), ...parts.slice(2)];
  // Of what does not fit, the last goes first.
  while (plain.join('  ').length > width) plain.pop();
  return parts.slice(0, plain.length).join('  ');
}

function signOf({ status, failing, cannotRun }: Standing, colour: Terminal['colour']): string {
  if (cannotRun || failing > 0) return colour.red('✗');
  if (status === 'done') return colour.green('✓');
  if (status === 'adopted') return colour.cyan('✓');
  return status === 'in progress' ? colour.yellow('◐') : colour.dim('○');
}
