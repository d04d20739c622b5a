import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { frameOf, type Scene } from '../../../src/cli/watch/frame';
import { namedKeys } from '../../../src/cli/watch/keys';

const numbered = (count: number) => Array.from({ length: count }, (_, line) => `line ${line}`).join('\n');
const scene = (body: string): Scene => ({
  header: 'Common Scale',
  body,
  status: 'Run 1 took 0.10 s.',
  keys: namedKeys({ colour: new Chalk({ level: 1 }), width: 80 }, { instead: 'aside', hasSolution: true }),
});

describe('a frame', () => {
  it.each([
    { columns: 80, rows: 24 },
    { columns: 60, rows: 20 },
    { columns: 40, rows: 10 },
    { columns: 20, rows: 5 },
    { columns: 200, rows: 60 },
  ])('leaves the last row free, and is no wider than $columns by $rows', (size) => {
    const { lines } = frameOf(scene(numbered(500)), size, 0);
    expect(lines.length).toBeLessThan(size.rows);
    // oxlint-disable-next-line no-control-regex
    const widths = lines.map((line) => line.replaceAll(/\u001b\[\d+m/g, '').length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(size.columns);
  });

  it('shows the whole body where it fits, and then no place in it', () => {
    const { lines, top } = frameOf(scene('short'), { columns: 80, rows: 24 }, 7);
    expect(top).toBe(0);
    expect(lines).toHaveLength(23);
    expect(lines.slice(0, 3)).toEqual(['Common Scale', '', 'short']);
    expect(lines.join('\n')).not.toContain('lines 1');
  });

  it('scrolls, and not beyond the end', () => {
    const size = { columns: 80, rows: 24 };
    const { lines, height } = frameOf(scene(numbered(100)), size, 10);
    expect(lines[2]).toBe('line 10');
    expect(lines.join('\n')).toContain(`lines 11 to ${10 + height} of 100`);
    const end = frameOf(scene(numbered(100)), size, Number.MAX_SAFE_INTEGER);
    expect(end.lines.join('\n')).toContain('line 99\n');
    expect(end.top).toBe(100 - end.height);
  });

  it('names every key at 60 columns and 20 rows, each in one piece', () => {
    const { lines } = frameOf(scene(numbered(100)), { columns: 60, rows: 20 }, 0);
    // oxlint-disable-next-line no-control-regex
    const plain = lines.join('\n').replaceAll(/\u001b\[\d+m/g, '');
    for (const name of ['[esc] back', '[n] next', '[o] open README', '[q] quit'])
      expect(plain).toContain(name);
  });
});
