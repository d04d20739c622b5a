import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '#kit/course';

const folder = mkdtempSync(join(tmpdir(), 'merge-'));
const at = (...parts: string[]) => join(folder, ...parts);

/** As runs leave them: each has a table, a seed and keys of its own. */
function run(name: string, ...submissions: readonly string[]): void {
  for (const submission of submissions) {
    cpSync(join(root, 'test/grading/golden', submission), at(name, submission), { recursive: true });
    writeFileSync(at(name, submission, '.key'), 'key');
  }
  writeFileSync(at(name, 'grades.csv'), '');
  writeFileSync(at(name, 'private-seed.txt'), 'secret\n');
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function merge(...more: string[]) {
  const { FORCE_COLOR: _, ...env } = process.env;
  return spawnSync(process.execPath, ['src/cli/run.mjs', 'grade-merge', ...more], {
    cwd: root,
    encoding: 'utf8',
    env: { ...env, NO_COLOR: '1', COLUMNS: '80' },
  });
}

describe('npm run grade:merge', () => {
  it('makes one folder of several, with every page, no key and no seed, and says who is missing', () => {
    run('monday', 'ada');
    run('tuesday', 'eve');
    writeFileSync(at('roster.csv'), 'name,repository\nada,school/ada\nyan,school/yan\n');
    const call = [at('monday'), at('tuesday'), '--out', at('all'), '--roster', at('roster.csv'), '--json'];
    const { stdout, stderr, status } = merge(...call);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      remarks: ['yan is in the roster, and has no result.'],
      results: [{ submission: 'ada' }, { submission: 'eve' }],
    });
    expect(status).toBe(1);
    expect(readdirSync(at('all')).toSorted()).toEqual(['ada', 'eve', 'grades.csv']);
    for (const name of ['ada', 'eve']) {
      expect(readdirSync(at('all', name))).toEqual(readdirSync(join(root, 'test/grading/golden', name)));
    }
    const rows = readFileSync(at('all/grades.csv'), 'utf8').split('\n');
    expect(rows.map((row) => row.split(',')[0])).toEqual(['name', 'ada', 'eve', '']);
  });

  it('writes nothing where results contradict each other', () => {
    run('one', 'ada');
    run('other', 'ada');
    const file = at('other/ada/result.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"score": \d+/, '"score": 99'));
    const { stderr, status } = merge(at('one'), at('other'), '--out', at('none'));
    expect(stderr).toMatch(
      /^Nothing was merged\.\n\nada has two results that do not come to the same points/,
    );
    expect(status).toBe(1);
    expect(readdirSync(folder)).not.toContain('none');
  });

  it('says where there is no result', () => {
    const { stderr, status } = merge(root, '--out', at('none'));
    expect(stderr).toBe(`There is no result in ${root}.\n`);
    expect(status).toBe(2);
  });
});
