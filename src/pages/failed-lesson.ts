import type { Failure } from '#kit/testing';
import { renderFailure } from './failure';
import { indented, type Terminal } from './terminal';

/** What is wrong with a lesson. */
export interface FailedLesson {
  /** Its number: '02' */
  readonly lesson: { readonly number: string };
  /** Why none of its tests could run. */
  readonly trouble?: Failure | undefined;
  readonly failed: readonly FailedTest[];
}

interface FailedTest {
  readonly task: string;
  readonly title: string;
  readonly failure: Failure;
}

/** How many titles of failing tests are listed before the rest is only counted. */
const LISTED = 6;

/** The first test that fails in detail, and the titles of the others; nothing where none does. */
export function renderFailedLesson({ lesson, trouble, failed }: FailedLesson, terminal: Terminal): string {
  const { colour } = terminal;
  const { number } = lesson;
  const title = `Lesson ${number}`;
  const [first] = failed;
  if (trouble !== undefined) {
    return [colour.bold(title), renderFailure(trouble, number, '  ', terminal)].join('\n');
  }
  if (first === undefined) return '';
  const others = failed.slice(1).filter((test) => !sameReason(test.failure, first.failure));
  const alike = failed.length - 1 - others.length;
  const listed = others.slice(0, LISTED).map((test) => indented(terminal, '    ✗ ', named(test), colour.red));
  const unlisted = others.length - listed.length;
  return [
    colour.bold(`${title}, ${first.task}`),
    indented(terminal, '  ✗ ', first.title, colour.red),
    '',
    renderFailure(first.failure, number, '    ', terminal),
    ...(failed.length > 1 ? ['', colour.dim('  Also failing')] : []),
    ...(alike > 0 ? [`    ${alike} ${alike === 1 ? 'test' : 'tests'} for the same reason`] : []),
    ...listed,
    ...(unlisted > 0 ? [`    and ${unlisted} more`] : []),
  ].join('\n');
}

/** A title with the name of its function, where it does not begin with it. */
function named({ task, title }: FailedTest): string {
  return title.startsWith(task) ? title : `${task}: ${title}`;
}

/** Two tests that say the same, word for word, and show no data of their own. */
function sameReason(left: Failure, right: Failure): boolean {
  return left.sentence === right.sentence && left.expected === undefined && right.expected === undefined;
}
