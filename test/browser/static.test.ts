import { readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RaceReport } from '../../src/race';
import { Sandbox } from '../cli/sandbox';
import { serve } from './static-server';
import { terminalRace } from './terminal-race';
import { useBrowser } from './use-browser';

const MOST_BYTES = 400_000;

const browser = useBrowser();
let course: Sandbox;
let folder: string;
let address: string;
let server: Server;
beforeAll(async () => {
  // Nothing is written yet: a teacher's lab runs on the solutions.
  course = new Sandbox();
  folder = join(course.path, 'site');
  const { code, err } = course.run('lab-build', ['site']);
  expect(err).toBe('');
  expect(code).toBe(0);
  ({ address, server } = await serve(folder));
});
afterAll(() => {
  server?.close();
  course?.dispose();
});

it('draws, and fetches data when it is chosen', async () => {
  const visit = await browser.visit(address, '?rows=500');
  await visit.sees('distribution', 'ready');
  const article = await visit.picture('distribution');
  await visit.control('Data').selectOption('cars');
  await expect.poll(() => visit.picture('distribution')).not.toBe(article);
});

it('races to the same losses as the terminal', async () => {
  const visit = await browser.visit(address, '?rows=2000&epochs=3&lr=0.01&seed=3');
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
