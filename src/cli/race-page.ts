import { indented, tableLines, type Terminal } from '#kit/pages';
import type { Finished } from '#kit/race';
import { chartLines } from './race-chart';
import type { Part, RaceContent } from './race-content';
import { page, titled } from './page-parts';

/** A race as a page in a terminal: what ran, part by part, and the verdict. */
export function renderRace(
  { heading, about, parts }: RaceContent,
  { verdict: { passed, words } }: Pick<Finished, 'verdict'>,
  terminal: Terminal,
): string {
  const { colour } = terminal;
  const paint = passed ? colour.green : colour.yellow;
  return page([
    [
      indented(terminal, 'Common Scale  ', heading, colour.bold),
      '',
      ...about.map((line) => indented(terminal, '  ', line)),
    ].join('\n'),
    ...parts.map((part) => renderPart(part, terminal)),
    titled('Verdict', [indented(terminal, passed ? '  ✓ ' : '  ✗ ', words, paint)], terminal),
  ]);
}

function renderPart(part: Part, terminal: Terminal): string {
  const { width, colour } = terminal;
  if (part.kind === 'remark') return indented(terminal, '  ', part.words);
  if (part.kind === 'losses') return titled(part.title, chartLines(part.arms, width), terminal);
  if (part.kind === 'list') {
    const lines = part.items.map(([name, words]) => indented(terminal, `  ${name.padEnd(12)}`, words));
    return titled(part.title, lines, terminal);
  }
  const { title, aside = '', columns, more } = part;
  return [
    `${colour.bold(title)}${aside}`,
    ...tableLines(columns, width),
    ...(more === undefined ? [] : [`      ${more}`]),
  ].join('\n');
}
