import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { lessonWith } from '#kit/course';
import type { WhyReport } from '#kit/race';
import { Sandbox } from './sandbox';

const course = new Sandbox();
beforeEach(() => course.startOver());
afterAll(() => course.dispose());

const quick = ['--rows', '500'];
const longest = (page: string) => Math.max(...page.split('\n').map((line) => line.length));

describe('npm run why', () => {
  it('names what is missing on a fresh clone, and offers the solutions', () => {
    const { code, out, err } = course.run('why');
    expect([code, out]).toEqual([1, '']);
    for (const name of ['mean', 'transform', 'descend', 'conditionNumber']) {
      expect(err).toMatch(new RegExp(`${name} +${lessonWith(name)!.exercise}`));
    }
    expect(err).toContain('npm run why -- --shelf solutions');
  });

  it('shows the three groups, with figures of the learner’s own functions', () => {
    course.solve();
    const { code, out, err } = course.run('why', quick);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('with your functions on cpu, seed 1');
    for (const title of [
      'Where the article is right',
      'Where it is loose',
      'Where its conclusion does not follow',
    ]) {
      expect(out).toContain(`\n${title}\n`);
    }
    expect(out).toMatch(/condition number, raw +152\.1 +1\d\d\.\d\n/);
    expect(out).toContain('npm run race -- --recipe article');
    expect(longest(out)).toBeLessThanOrEqual(80);
    expect(out).not.toContain('\u001b[');
  });

  it('prints one object and nothing else', () => {
    const args = ['--shelf', 'solutions', '--json', '--seed', '4', ...quick, '--backend', 'webasm'];
    const report = JSON.parse(course.run('why', args).out) as WhyReport;
    expect(report).toMatchObject({ version: 1, rows: 500, seed: 4, backend: 'webasm', shelf: 'solutions' });
    expect(new Set(report.statements.map(({ judgement }) => judgement)).size).toBe(3);
  });

  it('names the line of an exercise that throws', () => {
    course.solve();
    const { exercise, name } = lessonWith('curvature')!;
    course.write(
      exercise,
      `export * from '../../solutions/${name}/exercise';\nexport async function curvature() {\n  throw new Error('no bowl');\n}\n`,
    );
    const { code, out, err } = course.run('why', quick);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`Error: no bowl\n${exercise}, line 3`);
  });

  it('prints how to call it, and says what it does not understand', () => {
    const help = course.run('why', ['--help']);
    expect(help.code).toBe(0);
    expect(help.out).toContain('--rows NUMBER');
    expect(longest(help.out)).toBeLessThanOrEqual(80);
    for (const args of [
      ['--rows', '10'],
      ['--rows', 'many'],
      ['--seed', '0.5'],
      ['--shelf', 'floor'],
      ['--backend', 'abacus'],
      ['2000'],
      ['--epochs', '3'],
    ]) {
      const { code, out, err } = course.run('why', args);
      expect([code, out], args.join(' ')).toEqual([2, '']);
      expect(err).toContain(args[0]!.startsWith('--epochs') ? '--epochs' : args.at(-1)!);
    }
  });
});
