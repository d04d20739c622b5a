import { spawn } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lessonWith } from '#kit/course';
import type { RaceReport } from '#kit/race';
import { Sandbox } from './sandbox';

let course: Sandbox;
beforeEach(() => {
  course = new Sandbox();
});
afterEach(() => course.dispose());

const quick = ['--rows', '2000'];
const onSolutions = (...args: string[]) => course.run('race', ['--shelf', 'solutions', ...args]);
const longest = (page: string) => Math.max(...page.split('\n').map((line) => line.length));
const stackTrace = /^\s+at .*:\d+/m;

describe('npm run race', () => {
  it('names what is missing on a fresh clone, and offers the solutions', () => {
    const { code, out, err } = course.run('race');
    expect([code, out]).toEqual([1, '']);
    for (const name of ['fitStandardizer', 'residuals', 'toRawUnits', 'fit']) {
      expect(err).toMatch(new RegExp(`${name} +${lessonWith(name)!.exercise}`));
    }
    expect(err).toContain('npm run race -- --shelf solutions');
    expect(err).not.toMatch(stackTrace);
  });

  it('runs on the learner’s own functions when they are written', () => {
    course.solve();
    const { code, out, err } = course.run('race', quick);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('with your functions on cpu');
    expect(out).toMatch(/✓ Normalized ends at a loss of/);
  });

  it('shows tables, a chart, predictions, weights and the verdict', () => {
    const { code, out, err } = onSolutions(...quick);
    expect([code, err]).toEqual([0, '']);
    for (const title of ['normalized, rate 0.1', 'raw, rate 0.1', 'Ten predictions', 'Weights', 'Verdict']) {
      expect(out).toContain(`\n${title}`);
    }
    expect(out).toMatch(/epoch +train_loss +valid_loss +time\n +0 /);
    expect(out).toContain('● normalized   ○ raw');
    expect(out).toMatch(/x1 +79\.00 +79\.00 /);
    expect(longest(out)).toBeLessThanOrEqual(80);
    expect(out).not.toContain('\u001b[');
  });

  it.each([['article'], ['units'], ['cars']])('fits %s into 60 columns', (data) => {
    const args = ['--shelf', 'solutions', '--data', data, ...(data === 'cars' ? [] : quick)];
    expect(longest(course.run('race', args, { COLUMNS: '60' }).out)).toBeLessThanOrEqual(60);
  });

  it('has colours where they are asked for, and no other words without', () => {
    const args = ['--shelf', 'solutions', ...quick];
    const coloured = course.run('race', args, { FORCE_COLOR: '1' }).out;
    expect(coloured).toContain('\u001b[');
    expect(course.run('race', args, { FORCE_COLOR: '1', NO_COLOR: '1' }).out).not.toContain('\u001b[');
    const timeless = (page: string) => page.replace(/\u001b\[\d+m/g, '').replace(/ +time$| +\d+ ms$/gm, '');
    expect(timeless(coloured)).toBe(timeless(onSolutions(...quick).out));
  });

  it('says in words that raw overflowed', () => {
    const { out } = onSolutions('--data', 'cars');
    expect(out.replace(/\s+/g, ' ')).toContain('raw overflowed at the same rate');
    expect(out).toContain('raw at its best rate, 1e-');
  });

  it('prints one object and nothing else', () => {
    const report = JSON.parse(
      onSolutions(...quick, '--json', '--epochs', '3', '--seed', '9').out,
    ) as RaceReport;
    expect(report).toMatchObject({ version: 1, data: 'article', rows: 2000, seed: 9, shelf: 'solutions' });
    expect(report.arms.map(({ epochs }) => epochs.length)).toEqual([3, 3]);
  });

  it('keeps the object clean of what an exercise prints', () => {
    course.solve();
    const { exercise, name } = lessonWith('predict')!;
    course.write(
      exercise,
      `console.log('hello');\nexport * from '#solutions/${name}/exercise';\n`.replace(
        '#solutions',
        '../../solutions',
      ),
    );
    const { out, err } = course.run('race', [...quick, '--json']);
    expect(JSON.parse(out)).toMatchObject({ version: 1 });
    expect(err).toContain('hello');
  });

  it('runs on webasm, and says so', () => {
    const { out } = onSolutions(...quick, '--backend', 'webasm', '--json');
    expect(JSON.parse(out)).toMatchObject({ backend: 'webasm', verdict: { passed: true } });
  });

  it('prints how to call it', () => {
    const { code, out } = course.run('race', ['--help']);
    expect(code).toBe(0);
    expect(out).toContain('--data FILE.csv');
    expect(longest(out)).toBeLessThanOrEqual(80);
  });
});

describe('npm run race on exercises that go wrong', () => {
  const lesson = lessonWith('descend')!;
  const broken = (text: string) => {
    course.solve();
    course.write(lesson.exercise, text);
    const { code, out, err } = course.run('race', quick);
    expect([code, out]).toEqual([1, '']);
    expect(err).not.toMatch(stackTrace);
    return err;
  };
  const rest = `export * from '../../${lesson.solution.replace('.ts', '')}';\n`;

  it('names the line of a syntax error', () => {
    expect(broken('\nexport const x = ;\n')).toContain(`${lesson.exercise}:2 cannot be read as TypeScript`);
  });

  it('names a function that is not exported', () => {
    expect(broken('export const other = 1;\n')).toContain(`${lesson.exercise} exports no function named`);
  });

  it('names the line that throws', () => {
    const err = broken(
      `${rest}export function descend(): void {\n  const model = undefined as unknown as { bias: 1 };\n  model.bias;\n  throw new Error('uphill: ' + String(model));\n}\n`,
    );
    expect(err).toContain(`${lesson.exercise}, line 4`);
  });

  it('names the line of a mistake inside a kernel', () => {
    const err = broken(
      `import { gpu } from '#kit/gpu';\n${rest}const rate = 0.1;\nexport async function descend(model: { weights: Float32Array }) {\n  return gpu.createKernel(\n    function (values: number[]) {\n      return values[this.thread.x] * rate;\n    },\n    { output: [2] },\n  )(model.weights);\n}\n`,
    );
    expect(err).toContain(`${lesson.exercise}, line 7`);
    expect(err).toContain('rate');
  });

  it('says that a file is missing', () => {
    course.solve();
    course.remove(lesson.exercise);
    expect(course.run('race', quick)).toMatchObject({ code: 1, out: '' });
    expect(course.run('race', quick).err).toContain(`${lesson.exercise} is missing`);
  });
});

describe('Ctrl-C', () => {
  it('ends a race at once', async () => {
    const child = spawn(
      process.execPath,
      ['src/cli/run.mjs', 'race', '--shelf', 'solutions', '--epochs', '2000'],
      {
        cwd: course.path,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const ended = new Promise<NodeJS.Signals | null>((resolve) =>
      child.on('exit', (_, signal) => resolve(signal)),
    );
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const asked = performance.now();
    child.kill('SIGINT');
    expect(await ended).toBe('SIGINT');
    expect(performance.now() - asked).toBeLessThan(1_000);
  });
});
