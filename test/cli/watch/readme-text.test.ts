import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { listLessons, root } from '#kit/course';
import { readmeText } from '../../../src/cli/watch/readme-text';

const terminal = { width: 60, colour: new Chalk({ level: 0 }) };

describe('a README in a terminal', () => {
  it.each(listLessons())('of lesson $number: no line too long, no word lost, no mark left', (lesson) => {
    const markdown = readFileSync(join(root, lesson.readme), 'utf8');
    const text = readmeText(markdown, terminal);
    const outsideCode = text.split('\n').filter((line) => !line.startsWith('    '));
    expect(outsideCode.filter((line) => line.length > 60)).toEqual([]);
    const words = (from: string) => from.match(/[A-Za-z]{5,}/g) ?? [];
    const prose = markdown.replaceAll(/\]\([^)]*\)/g, ']').replaceAll(/```\w+/g, '```');
    const shown = new Set(words(text));
    expect(words(prose).filter((word) => !shown.has(word))).toEqual([]);
    expect(outsideCode.filter((line) => /^#|\*\*|```|\]\(/.test(line))).toEqual([]);
  });

  it('keeps lists, tables, code and pictures apart', () => {
    const markdown =
      '# A\n\n* one\n* two\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n![a curve](a.svg)\n\n```ts\nf(1);\n```\n';
    expect(readmeText(markdown, terminal)).toBe(
      [
        'A',
        '',
        '  * one',
        '  * two',
        '',
        '  x         y',
        '  1         2',
        '',
        '  (picture: a curve)',
        '',
        '    f(1);',
      ].join('\n'),
    );
  });
});
