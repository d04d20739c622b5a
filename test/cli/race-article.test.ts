import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lessonWith, listLessons } from '#kit/course';
import type { RaceReport } from '#kit/race';
import { Sandbox } from './sandbox';

let course: Sandbox;
beforeAll(() => {
  course = new Sandbox();
});
afterAll(() => course.dispose());

const small = ['--rows', '2000'];
const onSolutions = (...args: string[]) =>
  course.run('race', ['--recipe', 'article', '--shelf', 'solutions', ...args]);
const inOneLine = (page: string) => page.replace(/\s+/g, ' ');
const longest = (page: string) => Math.max(...page.split('\n').map((line) => line.length));

describe('npm run race -- --recipe article', () => {
  it('shows the finder, both arms, the control arms, predictions, weights in both units and the verdict', () => {
    const { code, out, err } = onSolutions(...small);
    expect([code, err]).toEqual([0, '']);
    const titles = [
      'Learning-rate finder',
      'normalized, peak 10, decay 0.01',
      'raw, peak 10, decay 0.01',
      'The control arms: the same without decay, valid_loss',
      'Validation loss by epoch',
      'Ten predictions',
      'Weights in the units of the data',
      'The same, per standard deviation',
      'Verdict',
    ];
    const lines = out.split('\n');
    const places = titles.map((title) => lines.indexOf(title));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(out).toMatch(
      /\n {2}normalized {2}stopped at [\d,.]+, suggests [\d,.]+; unused: the article took 10\n {2}raw {9}stopped/,
    );
    expect(out).toMatch(/\n {2}epoch +normalized +raw +time\n +0 /);
    expect(out).toMatch(/\n {2}row +target +normalized +raw +norm\., no decay +raw, no decay\n +1 /);
    expect(out).toMatch(/\n {13}true +normalized +raw +raw, no decay\n {2}x1 +79\.00 +7/);
    expect(out).toMatch(/\n {2}x1 +2\d\.\d\d +2\d/);
    expect(out).toContain('● normalized   ○ raw   × normalized without decay   + raw without decay');
    expect(inOneLine(out)).toContain(
      'the rate climbs from 0.4 to 10 and falls to 8e-4, weight decay 0.01, 10 epochs in batches of 64: 250 steps',
    );
    expect(longest(out)).toBeLessThanOrEqual(80);
    expect(out).not.toContain('\u001b[');
  });

  it('says that the article’s own figures belong to another run', () => {
    const { out } = onSolutions(...small);
    expect(inOneLine(out)).toContain('What the article printed belongs to its own data, 200,000 rows of it');
    expect(out).not.toMatch(/ article( |,|\n)+valid_loss|article, raw/);
  });

  it('puts both losses, and the weights, beside those that the article printed, where it is its run', () => {
    const { code, out } = onSolutions();
    expect(code).toBe(0);
    expect(out).toMatch(/epoch +train_loss +article +valid_loss +article +time\n/);
    expect(out).toMatch(/\n +0 +[\d.]+ +1\.143 +[\d.]+ +0\.7226 /);
    expect(out).toMatch(/\n +9 +[\d.]+e-\d+ +4\.55e-4 +[\d.]+e-\d+ +5\.18e-4 /);
    expect(out).toMatch(/\n +9 +2\d\.\d\d +27\.85 +2\d\.\d\d +28\.25 /);
    expect(out).toMatch(/\n {2}x1 +79\.00 +79\.00 +73\.\d\d +73\.14 +79\.00\n/);
    expect(out).toMatch(/\n {2}x1 +22\.\d\d +22\.\d\d +22\.76 +21\.\d\d +22\.\d\d\n/);
    expect(out).toMatch(/\n {2}normalized {2}stopped at 575, suggests/);
    expect(inOneLine(out)).toContain('What holds raw back is the weight decay, not its inputs');
    expect(longest(out)).toBeLessThanOrEqual(80);
  }, 120_000);

  it('fits into 60 columns', () => {
    const args = ['--recipe', 'article', '--shelf', 'solutions', ...small, '--wd-sweep'];
    expect(longest(course.run('race', args, { COLUMNS: '60' }).out)).toBeLessThanOrEqual(60);
  });

  it('has colours where they are asked for, and no other words without', () => {
    const args = ['--recipe', 'article', '--shelf', 'solutions', ...small];
    const coloured = course.run('race', args, { FORCE_COLOR: '1' }).out;
    expect(coloured).toContain('\u001b[');
    const timeless = (page: string) => page.replace(/\u001b\[\d+m/g, '').replace(/ +time$| +\d+ ms$/gm, '');
    expect(timeless(coloured)).toBe(timeless(onSolutions(...small).out));
  });

  it('has no control arms without decay, and names another peak', () => {
    const { out } = onSolutions(...small, '--weight-decay', '0', '--lr', '5');
    expect(out).toContain('normalized, peak 5, decay 0\n');
    expect(out).toContain('unused: --lr says 5');
    expect(out).not.toContain('The control arms');
    expect(inOneLine(out)).toContain('no weight decay, 10 epochs');
  });

  it('shows a table of decays', () => {
    const { out } = onSolutions(...small, '--wd-sweep');
    expect(out).toMatch(/\nWeight decays: how both arms end, 12 trainings in [\d.]+ m?s\n/);
    expect(out).toMatch(
      /\n {2}decay +1\/decay +normalized +raw +largest raw weight +raw bias\n {2}0 +none .*\n {2}0\.001 +1,000 .*\n {2}0\.003 +333 .*\n {2}0\.01 +100 .*\n {2}0\.03 +33\.3 .*\n {2}0\.1 +10 /,
    );
  });

  it('goes with other data', () => {
    const { code, out } = onSolutions('--data', 'cars');
    expect(code).toBe(0);
    expect(out).toContain('cylinders');
    expect(out).not.toMatch(/NaN|undefined/);
  });

  it('prints one object and nothing else', () => {
    const { out, err } = onSolutions(...small, '--epochs', '3', '--seed', '9', '--json', '--wd-sweep');
    expect(err).toBe('');
    const report = JSON.parse(out) as RaceReport;
    expect(report).toMatchObject({ version: 1, recipe: 'article', data: 'article', rows: 2000, seed: 9 });
    expect(report.arms.map(({ name }) => name)).toEqual([
      'normalized',
      'raw',
      'normalized without decay',
      'raw without decay',
    ]);
    for (const { epochs, schedule, tracked } of report.arms) {
      expect(epochs.length).toBe(3);
      expect([schedule!.length, tracked!.length]).toEqual([75, 75]);
    }
    expect(report.arms[1]!.finder!.suggestion).toBeGreaterThan(1);
    expect(report.weightDecaySweep!.length).toBe(6);
  });

  it('runs on webasm', () => {
    const { out } = onSolutions(...small, '--backend', 'webasm', '--json');
    expect(JSON.parse(out)).toMatchObject({ backend: 'webasm', verdict: { passed: true } });
  });
});

describe('npm run race -- --recipe article on a learner’s own functions', () => {
  const needed = ['startAdam', 'adamStep', 'smooth', 'findLearningRate', 'oneCycle'];
  const blank = (lesson: (typeof lessons)[number]) => course.copy(lesson.blank, lesson.exercise);
  const lessons = listLessons();

  it('names what only this recipe needs, and the plain one runs without', () => {
    course.solve();
    for (const name of needed) blank(lessonWith(name)!);
    const { code, out, err } = course.run('race', ['--recipe', 'article']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('The article’s recipe runs on your own functions, and these are not written yet:');
    for (const name of needed) expect(err).toMatch(new RegExp(`${name} +${lessonWith(name)!.exercise}`));
    expect(err).not.toMatch(/ fit |predict/);
    expect(err).toContain('npm run race -- --recipe article --shelf solutions');
    expect(course.run('race', small)).toMatchObject({ code: 0, err: '' });
  });

  it('runs when they are written', () => {
    course.solve();
    const { code, out, err } = course.run('race', ['--recipe', 'article', ...small]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('with your functions on cpu');
  });

  it('names the line that throws', () => {
    const lesson = lessonWith('oneCycle')!;
    course.write(
      lesson.exercise,
      `export * from '../../${lesson.solution.replace('.ts', '')}';\nexport function oneCycle(): void {\n  throw new Error('no cycle');\n}\n`,
    );
    const { code, err } = course.run('race', ['--recipe', 'article', ...small]);
    expect(code).toBe(1);
    expect(err).toContain('Error: no cycle');
    expect(err).toContain(`${lesson.exercise}, line 3`);
  });
});
