import { existsSync, lstatSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
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
import { runningIn } from './running';

/** Where those attacks write that can write. */
const CANARY = '/tmp/attack-was-here';

/** Of a grader at its worst: answers of 32 MB become several times as much. A machine at Gradescope has 1,500. */
const MOST_MEGABYTES = 1_000;

const attacks = listAttacks();
const lessons = listLessons('src/course/blank').filter(({ name }) => attackedLessons.includes(name));
const usual = process.env['TMPDIR'];
const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'attacked-')));
let inbox: Inbox;
let before: string[];
let left: string[];
let most = 0;
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
    const timer = setInterval(
      () => (most = Math.max(most, ...graders().map(({ megabytes }) => megabytes))),
      200,
    );
    // Most of them wait for something: more at a time than there are cores.
    results = await graded(classroom, submissions, 4);
    clearInterval(timer);
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

  it.skipIf(process.platform !== 'linux')('fills up no memory of a grader', () => {
    expect(most).toBeGreaterThan(50);
    expect(most).toBeLessThan(MOST_MEGABYTES);
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

/** Whoever was started for this class and is still there. Who was killed may take a moment. */
async function processesLeft(): Promise<string[]> {
  for (let attempt = 0; ; attempt++) {
    const found = runningIn(temporary).map(({ command }) => command);
    if (found.length === 0 || attempt === 50) return found;
    await wait(100);
  }
}

function graders() {
  return runningIn(temporary).filter(({ command }) => command.includes('grader.js'));
}
