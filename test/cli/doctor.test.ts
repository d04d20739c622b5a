import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Chalk } from 'chalk';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { listLessons } from '#kit/course';
import { findChromium } from '../../src/cli/doctor/chromium';
import { canRun, doctorPage } from '../../src/cli/doctor/doctor-page';
import type { Examined } from '../../src/cli/doctor/examination';
import { Sandbox } from './sandbox';

describe('npm run doctor', () => {
  let course: Sandbox;
  beforeEach(() => {
    course?.dispose();
    course = new Sandbox();
  });
  afterAll(() => course.dispose());

  it('finds that the course runs here, and how fast', () => {
    const { code, out, err } = course.run('doctor', ['--json']);
    expect([code, err]).toEqual([0, '']);
    const { canRun, findings } = JSON.parse(out) as { canRun: boolean; findings: Examined[] };
    expect(canRun).toBe(true);
    const found = Object.fromEntries(findings.map((finding) => [finding.name, finding]));
    for (const name of ['Node', 'Packages', 'Programs', 'Folder', 'Lessons', 'Backends', 'Speed', 'Terminal'])
      expect(found[name]).toMatchObject({ name, status: 'right' });
    expect(found['Lessons']?.found).toContain(`all ${listLessons().length} are here, 0 begun`);
    expect(found['Speed']?.measured?.['stepMicroseconds']).toBeGreaterThan(0);
    expect(found['Speed']?.measured?.['raceSeconds']).toBeGreaterThan(0);
  });

  it('says what is not right, and what to do about it', () => {
    const [first, second] = listLessons();
    course.remove(first!.exercise);
    course.remove(second!.hints);
    rmSync(join(course.path, 'solutions'), { recursive: true });
    const manifest = readFileSync(join(course.path, 'package.json'), 'utf8');
    course.write('package.json', manifest.replace(/("gpu\.js": )"[\d.]+"/, '$1"0.0.1"'));
    const { code, out, err } = course.run('doctor', [], {
      COLUMNS: '60',
      CHROMIUM_PATH: '/no/such/chromium',
    });
    expect([code, err]).toEqual([1, '']);
    expect(out.split('\n').filter((line) => line.length > 60)).toEqual([]);
    const words = out.replaceAll(/\s+/g, ' ');
    expect(words).toMatch(/! Packages gpu.js [\d.]+, not 0.0.1. Run npm ci/);
    expect(words).toContain(`✗ Lessons ${second!.hints} is missing.`);
    expect(words).toContain('! Speed not measured');
    expect(words).toContain('! Chromium CHROMIUM_PATH is /no/such/chromium');
    expect(words).toContain('The course cannot run here yet.');
  });

  it('refuses what it does not know, in words', () => {
    const { code, out, err } = course.run('doctor', ['--more']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('npm run doctor');
  });
});

describe('the page of a doctor', () => {
  const plain = { width: 80, colour: new Chalk({ level: 0 }) };
  const right: Examined = { name: 'Node', status: 'right', found: '20.20.2' };
  const note: Examined = { name: 'Terminal', status: 'note', found: 'small', advice: 'Make it larger.' };
  const wrong: Examined = { name: 'Folder', status: 'wrong', found: 'shut', advice: 'Open it.' };

  it('marks each finding, and puts the advice below it', () => {
    expect(doctorPage([right, note, wrong], plain)).toContain(
      `  ✓ Node      20.20.2
  ! Terminal  small.
              Make it larger.
  ✗ Folder    shut.
              Open it.
`,
    );
  });

  it('says in the end what that means', () => {
    const verdict = (...findings: Examined[]) => doctorPage(findings, plain).trim().split('\n').at(-1);
    expect(verdict(right)).toBe('The course runs here.');
    expect(verdict(right, note)).toContain('What has a ! could be better.');
    expect(verdict(note, wrong)).toContain('Mend what has a ✗');
    expect([canRun([right, note]), canRun([right, wrong])]).toEqual([true, false]);
  });
});

describe('Chromium', () => {
  const on = (platform: NodeJS.Platform, env: Record<string, string>, ...there: string[]) =>
    findChromium(env, platform, (file) => there.includes(file.replaceAll('\\', '/')));

  it.each<[NodeJS.Platform, Record<string, string>, string]>([
    ['linux', { PATH: '/bin:/usr/bin' }, '/usr/bin/chromium'],
    ['linux', { PATH: '/usr/bin' }, '/usr/bin/chromium-browser'],
    ['linux', { PATH: '/usr/bin' }, '/usr/bin/google-chrome'],
    ['linux', {}, '/snap/bin/chromium'],
    ['darwin', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['darwin', { HOME: '/Users/ada' }, '/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium'],
    ['win32', { PROGRAMFILES: 'C:/Programs' }, 'C:/Programs/Google/Chrome/Application/chrome.exe'],
  ])('is found on %s with %o: %s', (platform, env, file) => {
    expect(on(platform, env, file)?.replaceAll('\\', '/')).toBe(file);
    expect(on(platform, env)).toBeUndefined();
  });

  it('is the one that CHROMIUM_PATH names, and no other', () => {
    const env = { PATH: '/usr/bin', CHROMIUM_PATH: '/opt/mine' };
    expect(on('linux', env, '/usr/bin/chromium', '/opt/mine')).toBe('/opt/mine');
    expect(on('linux', env, '/usr/bin/chromium')).toBeUndefined();
  });
});
