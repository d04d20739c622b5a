import { indented, type Terminal } from '#kit/pages';
import { page } from '../page-parts';
import type { Examined } from './examination';

export function doctorPage(findings: readonly Examined[], terminal: Terminal): string {
  const { colour } = terminal;
  const width = Math.max(...findings.map(({ name }) => name.length));
  const marks = { right: colour.green('✓'), note: colour.yellow('!'), wrong: colour.red('✗') };
  const lines = findings.map(({ name, status, found, advice }) => {
    const text = advice === undefined ? found : `${found}.\n${advice}`;
    return indented(terminal, `  ? ${name.padEnd(width)}  `, text, (first) =>
      first.replace('?', marks[status]),
    );
  });
  return page([
    `${colour.bold('Common Scale')}  can it run here?`,
    lines.join('\n'),
    colour.bold(indented(terminal, '', verdict(findings))),
  ]);
}

export function canRun(findings: readonly Examined[]): boolean {
  return findings.every(({ status }) => status !== 'wrong');
}

function verdict(findings: readonly Examined[]): string {
  if (!canRun(findings)) return 'The course cannot run here yet. Mend what has a ✗, and ask again.';
  const notes = findings.some(({ status }) => status === 'note');
  return notes ? 'The course runs here. What has a ! could be better.' : 'The course runs here.';
}
