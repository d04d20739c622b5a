import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ended } from './run-in';
import { Sandbox } from './sandbox';

let course: Sandbox;
beforeAll(() => {
  course = new Sandbox();
});
afterAll(() => course.dispose());

interface Reported extends Ended {
  readonly html: string;
  readonly page: Document;
}

function reported(file: string, ...args: string[]): Reported {
  const ended = course.run('race', [...args, '--report', file]);
  const html = readFileSync(join(course.path, file), 'utf8');
  return { ...ended, html, page: parseHTML(html).document };
}

const small = ['--shelf', 'solutions', '--rows', '2000'];
const inOneLine = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
const texts = (page: Document, selector: string) =>
  [...page.querySelectorAll(selector)].map(({ textContent }) => inOneLine(textContent));
const described = (page: Document) =>
  [...page.querySelectorAll('figure > svg')].map((svg) => svg.getAttribute('aria-label') ?? '');

/** What no page may hold that is to be read without a network, by anybody. */
function expectSelfContained({ html, page }: Reported): void {
  expect(page.querySelector('meta[charset]')?.getAttribute('charset')).toBe('utf-8');
  expect(page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')).toMatch(
    /^default-src 'none'; style-src 'unsafe-inline';/,
  );
  expect(page.querySelectorAll('script, link, img, iframe, object, [src], [href]').length).toBe(0);
  expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/:\/\/|url\(|@import/);
  expect(html).not.toMatch(/NaN|undefined|Infinity|\[object/);
  for (const figure of page.querySelectorAll('.pictures figure')) expect(figure.children.length).toBe(1);
}

describe('npm run race -- --report', () => {
  it('makes a page of the race: the verdict, pictures, tables, and how to run it again', () => {
    const report = reported('race.html', ...small);
    const { code, out, err, page } = report;
    expect([code, err]).toEqual([0, 'The report is in race.html.\n']);
    expectSelfContained(report);
    expect(texts(page, 'h2')).toEqual([
      'The data',
      'The losses',
      'The bowl',
      'The numbers',
      'To run it again',
    ]);
    expect(described(page).map((label) => label.split(/[:.;]/)[0])).toEqual([
      'Columns on one axis, least to greatest',
      'The column x1',
      'Validation loss by epoch',
      'The loss over two parameters, and the path of descent from 0',
      'The loss over two parameters, and the path of descent from 0',
    ]);
    expect(texts(page, 'figcaption')).toEqual([
      'normalized, rate 0.1',
      'raw, rate 0.1',
      'Ten predictions',
      'Weights',
    ]);
    expect(texts(page, 'pre')).toEqual([
      'npm run race -- --recipe plain --data article --rows 2000 --batch 64 --seed 1 --backend cpu --shelf solutions',
    ]);
    expect(out).toContain('\nVerdict\n');
  });

  it('says in the terminal’s words what it says', () => {
    const { out, page } = reported('words.html', ...small, '--data', 'units');
    const terminal = inOneLine(out);
    for (const words of texts(page, '.verdict p:last-child, body > p')) expect(terminal).toContain(words);
    expect(texts(page, 'h1')[0]!.replace('Common Scale: ', '')).toContain('on cpu, seed 1');
    // The same cells, but for what the trainings took.
    const cells = texts(page, 'tbody td').filter((cell) => !cell.endsWith('s'));
    for (const cell of cells) expect(terminal).toContain(cell);
    expect(cells.length).toBeGreaterThan(100);
  });

  it('draws finder, schedule, losses, weights in both units and decays of the article’s recipe', () => {
    const report = reported('article.html', ...small, '--recipe', 'article', '--wd-sweep');
    expectSelfContained(report);
    expect(report.code).toBe(0);
    expect(described(report.page).map((label) => label.split(/[:.;]/)[0])).toEqual([
      'The rates that the finder tried',
      'One cycle',
      'Validation loss by epoch',
      'Weights and bias over the steps, in the units of the data',
      'Weights and bias over the steps, per standard deviation',
      'How both arms end with one weight decay or another',
    ]);
    expect(texts(report.page, 'li')[0]).toMatch(/^normalized stopped at .*; unused: the article took 10$/);
  });

  it('runs on the learner’s own functions', () => {
    course.solve();
    const { code, page } = reported('mine.html', '--rows', '500');
    expect(code).toBe(0);
    expect(texts(page, 'h1')[0]).toContain('with your functions');
    expect(texts(page, 'pre')[0]).toContain('--shelf lessons');
  });

  it('centers with the learner’s own function, and says before the race when there is none', () => {
    course.solve();
    const exercise = 'lessons/02-mean-centering/exercise.ts';
    const written = readFileSync(join(course.path, exercise), 'utf8');
    const start = written.indexOf('export async function center');
    expect(start).toBeGreaterThan(-1);
    const body = (center: string) =>
      `${written.replace('export async function center', 'async function other')}\n${center}`;
    course.write(
      exercise,
      body('export const center = async (values: Float32Array) => values.map((value) => value + 5);'),
    );
    const { page } = reported('shifted.html', '--rows', '500');
    expect(described(page)[1]).toMatch(/centered: value − mean: from 5 to 5\.99, mean 5\.49/);
    course.write(
      exercise,
      body("import { todo } from '#kit/todo';\nexport const center = () => todo('center');"),
    );
    const { code, err } = course.run('race', ['--rows', '500', '--report', 'none.html']);
    expect(code).toBe(1);
    expect(err).toMatch(
      /^The report runs on your own functions, and these are not written yet:\n\n {2}center /,
    );
    expect(err).toContain('npm run race -- --shelf solutions --report race.html');
    expect(course.run('race', ['--rows', '500']).code).toBe(0);
    course.solve();
  });

  it('leaves standard output to the object when that is asked for', () => {
    const { out, err } = reported('json.html', ...small, '--json');
    expect(JSON.parse(out)).toMatchObject({ version: 1, rows: 2000 });
    expect(err).toContain('The report is in json.html.');
  });

  it('is drawn whatever comes: overflow, one epoch, a table with strange names', () => {
    const rows = Array.from({ length: 40 }, (_, row) => `${row},7,${(row * 7) % 11},${2 * row}`).join('\n');
    writeFileSync(join(course.path, 'a "b".csv'), `<script>alert(1)</script>,constant,c & d,y\n${rows}\n`);
    const strange = ['--data', 'a "b".csv', '--target', 'y'];
    for (const args of [
      ['--rows', '500', '--lr', '9'],
      ['--rows', '10', '--epochs', '1', '--recipe', 'article'],
      ['--rows', '200', '--lr', '1e30', '--recipe', 'article'],
      strange,
    ]) {
      const report = reported('strange.html', '--shelf', 'solutions', ...args);
      expect(report.code).toBe(0);
      expectSelfContained(report);
      if (args !== strange) continue;
      expect(texts(report.page, 'pre')[0]).toContain(`--data 'a "b".csv' --target y`);
      expect(texts(report.page, 'tbody th')).toContain('<script>alert(1)</script>');
    }
  });

  it('says before the race that a file cannot be written', () => {
    mkdirSync(join(course.path, 'locked'));
    writeFileSync(join(course.path, 'locked/race.html'), 'mine');
    chmodSync(join(course.path, 'locked/race.html'), 0o444);
    const { code, out, err } = course.run('race', [...small, '--report', 'locked/race.html']);
    // Nothing is locked to root.
    if (process.getuid?.() === 0) expect(code).toBe(0);
    else expect([code, out, err]).toEqual([2, '', 'locked/race.html cannot be written (EACCES).\n']);
  });

  it.runIf(process.platform === 'linux')('says in words what only shows when it is written', () => {
    const { code, err } = course.run('race', [...small, '--report', '/proc/race.html']);
    expect(code).not.toBe(0);
    expect(err).toMatch(/^\/proc\/race\.html cannot be written \(E[A-Z]+\)\.\n$/);
  });
});
