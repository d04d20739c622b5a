import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listLessons } from '#kit/course';
import { collect, type GradingResult } from '#kit/grading';
import { attackedLessons, listAttacks } from '../attacks/attacks';
import { endOf, shortLimits } from '../attacks/ending';
import { handInNeighbours, lessonsOfNeighbours, neighbours } from '../attacks/neighbours';
import { graded, openClass } from './class';
import { Inbox } from './intake/handed-in';

/** Where those attacks write that can write. */
const CANARY = '/tmp/attack-was-here';

const MEGABYTE = 2 ** 20;

const attacks = listAttacks();
const lessons = listLessons('src/course/blank').filter(({ name }) => attackedLessons.includes(name));
const usual = process.env['TMPDIR'];
const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'attacked-')));
let inbox: Inbox;
let before: string[];
let left: string[];
let growth: number;
let results: ReadonlyMap<string, GradingResult>;

// All in one class, with honest neighbours: what an attack does to others is to be seen, too.
beforeAll(async () => {
  inbox = new Inbox();
  handInNeighbours(inbox);
  for (const { handIn } of attacks) await handIn(inbox);
  before = everythingIn(inbox.path);
  const submissions = await collect([inbox.path], lessons);
  process.env['TMPDIR'] = temporary;
  const classroom = await openClass({ lessons: lessons.map(({ name }) => name), limits: shortLimits });
  try {
    const memory = process.memoryUsage().rss;
    // Most of them wait for something: more at a time than there are cores.
    results = await graded(classroom, submissions, 4);
    growth = process.memoryUsage().rss - memory;
    left = await processesLeft();
  } finally {
    classroom.close();
  }
}, 300_000);

afterAll(() => {
  if (usual === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = usual;
  inbox.dispose();
  rmSync(temporary, { recursive: true, force: true });
});

describe('a class full of attacks', () => {
  it('has some of every kind', () => {
    expect(attacks.length).toBeGreaterThan(100);
    expect(new Set(attacks.map(({ name }) => name)).size).toBe(attacks.length);
  });

  it.each(attacks)('gives no point to $name', ({ name }) => {
    const result = results.get(name);
    expect(result?.score).toBe(0);
    const end = endOf(result!);
    expect(end).toMatch(/^[\s\S]{3,}$/);
    // What happens to an attacker is foreseen: neither the grader nor its tests have stumbled.
    expect(end).not.toMatch(
      /Grading it ended the grader|It could not be graded|Invalid string length|CellEnded/,
    );
  });

  it.each(neighbours)('takes no point from %s', (name) => {
    const { lessons = [] } = results.get(name) ?? {};
    const done = lessons.filter(({ lesson }) => lessonsOfNeighbours.includes(lesson));
    expect(done.map(({ score }) => score)).toEqual(done.map(({ maxScore }) => maxScore));
    expect(done).toHaveLength(lessonsOfNeighbours.length);
  });

  it('leaves no process behind', () => {
    expect(left).toEqual([]);
  });

  it('leaves no file behind, and none changed', () => {
    expect(everythingIn(inbox.path)).toEqual(before);
    expect(readdirSync(temporary)).toEqual([]);
    expect(existsSync(CANARY)).toBe(false);
  });

  it('fills up no memory of the process that it runs in', () => {
    expect(growth).toBeLessThan(100 * MEGABYTE);
  });
});

/** Every file with its size, and when it was changed. */
function everythingIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => {
      const { size, mtimeMs } = lstatSync(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    })
    .toSorted();
}

/** Command lines of graders and of what they have started for this class. Who was killed may take a moment. */
async function processesLeft(): Promise<string[]> {
  for (let attempt = 0; ; attempt++) {
    const found = processesOfClass();
    if (found.length === 0 || attempt === 50) return found;
    await wait(100);
  }
}

function processesOfClass(): string[] {
  if (!existsSync('/proc/self/environ')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => {
      const command = textOf(`/proc/${id}/cmdline`).replaceAll('\0', ' ');
      const isOfClass =
        command.includes(temporary) ||
        (command.includes('grader.js') && textOf(`/proc/${id}/environ`).includes(temporary));
      return isOfClass ? [command] : [];
    });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
