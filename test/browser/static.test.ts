import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RaceReport } from '../../src/race';
import { Sandbox } from '../cli/sandbox';
import { serve, type Served } from './static-server';
import { terminalRace } from './terminal-race';
import { useBrowser } from './use-browser';
import { atOnce } from './visit';

const MOST_BYTES = 400_000;

const browser = useBrowser();
let course: Sandbox;
let folder: string;
let served: Served;
beforeAll(async () => {
  // Nothing is written yet: a teacher's lab runs on the solutions.
  course = new Sandbox();
  folder = join(course.path, 'site');
  const { code, err } = course.run('lab-build', ['site']);
  expect(err).toBe('');
  expect(code).toBe(0);
  served = await serve(folder);
});
afterAll(() => {
  served?.server.close();
  course?.dispose();
});

const tablesAskedFor = () => served.asked.filter((file) => file.endsWith('.csv'));

it('draws, and fetches data when it is chosen', async () => {
  const visit = await browser.visit(served.address, '?rows=500');
  await visit.settles();
  const article = await visit.picture('distribution');
  expect(tablesAskedFor()).toEqual([]);
  await visit.control('Data').selectOption('cars');
  await expect.poll(() => visit.picture('distribution')).not.toBe(article);
  await visit.sees('distribution', 'ready');
  expect(tablesAskedFor()).toEqual([expect.stringMatching(/cars[^/]*\.csv$/)]);
});

it('says when data does not arrive, asks for it once, and again when it is chosen again', async () => {
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
    /diamonds[^/]*\.csv$/.test(name),
  )!;
  renameSync(join(folder, file), join(folder, 'away'));
  const visit = await browser.visit(served.address, '?data=diamonds&rows=500');
  try {
    const notes = visit.page.locator('#notes');
    await expect
      .poll(() => notes.innerText())
      .toContain('diamonds.csv did not arrive: the server answers 404.');
    for (const section of atOnce) await visit.sees(section, 'waiting');
    expect(await visit.button('Run').isDisabled()).toBe(true);
    await visit.page.waitForTimeout(1_000);
    expect(tablesAskedFor().filter((name) => name === file)).toHaveLength(1);
    await visit.control('Data').selectOption('article');
    for (const section of atOnce) await visit.sees(section, 'ready');
    // What was there before comes back.
    await visit.control('Data').selectOption('diamonds');
    await expect.poll(() => notes.innerText()).toContain('diamonds.csv did not arrive');
    expect(await visit.control('Data').inputValue()).toBe('article');
    await visit.sees('distribution', 'ready');
  } finally {
    renameSync(join(folder, 'away'), join(folder, file));
  }
  await visit.control('Data').selectOption('diamonds');
  await visit.control('Rows').fill('500');
  await expect.poll(() => visit.section('distribution').innerText()).toContain('carat');
  // A browser complains by itself of what does not arrive.
  const complaints = visit.complaints.splice(0);
  expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
});

it('races to the same losses as the terminal', async () => {
  const visit = await browser.visit(served.address, '?rows=2000&epochs=3&lr=0.01&seed=3');
  await visit.button('Run').click();
  const args = ['--shelf', 'solutions', '--rows', '2000', '--epochs', '3', '--lr', '0.01', '--seed', '3'];
  const [{ out }] = await Promise.all([terminalRace(course, [...args, '--json']), visit.raceIs('done')]);
  const { arms } = JSON.parse(out) as RaceReport;
  expect(await visit.losses()).toEqual(
    Object.fromEntries(arms.map(({ name, epochs }) => [name, epochs.at(-1)?.validLoss])),
  );
});

it('is small: its code is under 400 kB compressed', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sizes = files
    .filter((file) => /\.(?:js|css|html)$/.test(file))
    .map((file) => gzipSync(readFileSync(join(folder, file))).length);
  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
});
