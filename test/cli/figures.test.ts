import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldersIn, root } from '#kit/course';
import { Sandbox } from './sandbox';

const figures = foldersIn('lessons').flatMap((lesson) => {
  const folder = join('lessons', lesson, 'figures');
  return statSync(join(root, folder), { throwIfNoEntry: false }) === undefined
    ? []
    : readdirSync(join(root, folder)).map((file) => ({ lesson, file, path: join(folder, file) }));
});
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

describe.each(figures)('$path', ({ lesson, file, path }) => {
  it('stands in its lesson, with words for whoever cannot see it', () => {
    const [, alternative = ''] =
      new RegExp(`!\\[([^\\]]+)\\]\\(figures/${file}\\)`).exec(textOf(`lessons/${lesson}/README.md`)) ?? [];
    expect(alternative.length).toBeGreaterThan(30);
  });

  it('is small, and needs nothing from elsewhere', () => {
    const svg = textOf(path);
    expect(svg.length).toBeLessThan(60_000);
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/:\/\/|url\(|href|<script/);
  });
});

it.each(figures)('$path names every axis with its unit', ({ path }) => {
  const { document } = parseHTML(textOf(path));
  const axes = [...document.querySelectorAll('[aria-label$="-axis label"]')].map((axis) => axis.textContent);
  expect(axes.length).toBeGreaterThan(1);
  for (const axis of axes) expect(axis).toMatch(/[a-z].* \([^()]+\)/);
});

it('lessons 02, 03, 04, 07 and 09 to 13 have one', () => {
  expect(figures.map(({ lesson }) => lesson.slice(0, 2))).toEqual([
    '02',
    '03',
    '04',
    '07',
    '09',
    '10',
    '11',
    '12',
    '13',
  ]);
});

describe('npm run figures', () => {
  let course: Sandbox;
  beforeAll(() => {
    course = new Sandbox();
  });
  afterAll(() => course.dispose());
  const [first] = figures;

  it('says which are out of date or nobody’s, and draws the same ones anew', () => {
    const stranger = first!.path.replace(first!.file, 'stranger.svg');
    course.write(first!.path, 'old');
    course.write(stranger, 'nobody’s');
    const { code, out } = course.run('figures', ['--check']);
    expect(code).toBe(1);
    expect(out).toBe(
      `${first!.path} is out of date: npm run figures draws it anew.\n` +
        `${stranger} is not drawn by npm run figures: add it there, or remove it.\n`,
    );
    course.remove(stranger);
    expect(course.run('figures')).toMatchObject({ code: 0, out: `${first!.path} is drawn anew.\n` });
    expect(readFileSync(join(course.path, first!.path), 'utf8')).toBe(textOf(first!.path));
  });
});
