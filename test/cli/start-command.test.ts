import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findLesson, listLessons, type Lesson } from '#kit/course';
import { hasTerminal, LearnersTerminal, type TerminalSize } from './learners-terminal';
import { Sandbox } from './sandbox';

const START = 'node src/cli/run.mjs start';

const course = new Sandbox();
let terminal: LearnersTerminal | undefined;
beforeEach(() => course.startOver());
afterAll(() => course.dispose());
afterEach(async () => {
  await terminal?.dispose();
  terminal = undefined;
});

const [first, second, third] = ['01', '02', '03'].map((number) => findLesson(listLessons(), number)!);
const solution = (lesson: Lesson | undefined) => readFileSync(join(course.path, lesson!.solution), 'utf8');
const oneTooFar = (text: string) => text.replace('values[this.thread.x]', 'values[this.thread.x + 1]');

function start(command = START, size?: TerminalSize): LearnersTerminal {
  course.lend('start');
  terminal = new LearnersTerminal(command, course.path, size);
  return terminal;
}

describe.runIf(hasTerminal)('npm start', () => {
  it('goes with a learner through a first lesson', async () => {
    const { exercise } = first!;
    const screen = start(`echo before; stty -g > was; ${START}; echo "code $?"; stty -g > is`);
    await screen.sees('Welcome to Common Scale');
    const page = await screen.sees(/Run 1 took/);
    expect(screen.isFullScreen).toBe(true);
    expect(page).toContain('○ 01  Hello kernel  not started');
    expect(page).toContain('[n] next');
    expect(page).toContain('[b] lab');
    expect(page).toContain('[q] quit');

    course.write(exercise, oneTooFar(solution(first)));
    const wrong = await screen.sees(/Run 2 took/);
    expect(wrong).not.toContain('Welcome');
    expect(wrong).toContain('✗ 01  Hello kernel  in progress');
    expect(wrong).toContain('reads entry 6 of `values`');

    screen.press('h');
    await screen.sees('hint 1 of 3');
    await screen.sees('press h again');
    screen.press('h');
    await screen.sees('hint 2 of 3');
    screen.press('\u001b');
    await screen.sees('reads entry 6');

    course.write(exercise, solution(first));
    const done = await screen.sees('Lesson 01 is done');
    expect(done).toContain('1 of 13 done');
    expect(done).toContain('to lesson 02, Mean centering: press n');

    screen.press('n');
    await screen.sees(/○ 02 {2}Mean centering {2}not started/);
    screen.press('l');
    await screen.sees('Which lesson?');
    screen.press('hello');
    await screen.misses('Adam');
    await screen.sees(/❯ +✓ 01 {2}Hello kernel/);
    screen.press('\r');
    await screen.sees('Lesson 01 is done');

    screen.press('s');
    await screen.sees('Make your exercise blank again?');
    screen.press('n');
    await screen.sees('Lesson 01 is done');
    screen.press('s');
    await screen.sees('Make your exercise blank again?');
    screen.press('y');
    await screen.sees('.common-scale/kept/01-hello-kernel-1.ts');
    await screen.sees('0 of 13 done');
    expect(course.read(exercise)).toBe(course.read(first!.blank));
    expect(course.read('.common-scale/kept/01-hello-kernel-1.ts')).toBe(solution(first));

    screen.press('q');
    await screen.ends();
    expect(screen.isFullScreen).toBe(false);
    expect(screen.text).toMatch(/^before\n0 of 13 done\. Go on whenever you like: npm start\ncode 0/);
    expect(course.read('is')).toBe(course.read('was'));
  });

  it('keeps up with whatever happens to a file', async () => {
    const { exercise } = first!;
    const right = solution(first);
    const screen = start();
    await screen.sees(/Run 1 took/);

    // By another name first, as some editors do, and again, so that it is another file each time.
    for (const text of [oneTooFar(right), right]) {
      course.write(`${exercise}.tmp`, text);
      renameSync(join(course.path, `${exercise}.tmp`), join(course.path, exercise));
      await screen.sees(text === right ? 'Lesson 01 is done' : 'reads entry 6');
    }

    // In quick succession: the last one counts.
    for (let save = 0; save < 12; save++) {
      course.write(exercise, save % 2 === 0 ? right : '');
      await new Promise((resolve) => setTimeout(resolve, 13 * save));
    }
    await screen.sees('exports no function named double');
    course.write(exercise, right);
    await screen.sees('Lesson 01 is done');

    course.write(exercise, right.slice(0, right.lastIndexOf('{') + 1));
    expect(await screen.sees('cannot run')).toContain('Lesson 01');
    course.write(exercise, `${right}\nconst units: string = 2;\n`);
    const typed = await screen.sees('TypeScript says');
    expect(typed).toContain("Type 'number' is not assignable to type 'string'");
    expect(typed).toContain('Lesson 01 is done');

    course.remove(exercise);
    expect(await screen.sees('is missing')).toContain('npm run reset 01');
    screen.press('s');
    await screen.sees('[y] yes');
    screen.press('y');
    await screen.sees('It is there again, and blank');

    // What one save leaves behind is not there for the next one.
    course.write(exercise, `${right}\nArray.prototype.map = function () { return []; };\n`);
    await screen.misses('It is there again');
    course.write(exercise, right);
    await screen.sees('Lesson 01 is done');

    course.write(exercise, right.replace(/^(export async function double.*)$/m, '$1\n  for (;;);'));
    await screen.sees(/for \(;;\)/);
    course.write(exercise, right);
    await screen.sees('Lesson 01 is done');
  });

  it('follows a save into another lesson, and tells what builds on it', async () => {
    for (const lesson of [first, second, third]) course.write(lesson!.exercise, solution(lesson));
    const screen = start(`${START} 3`);
    await screen.sees('Lesson 03 is done');
    await screen.sees(/✓✓✓/);
    course.write(second!.exercise, solution(second).replace('/ values.length', '/ (values.length + 1)'));
    await screen.sees('✗ 02  Mean centering');
    await screen.sees(/✓✗✗/);
    await screen.sees('Lesson 03 builds on this, and is not done any more.');
    course.write(second!.exercise, solution(second));
    await screen.sees('Lesson 02 is done');
    await screen.sees(/✓✓✓/);
    screen.press('p');
    await screen.sees('Lesson 01 is done');
    screen.press('o');
    await screen.sees('Hello kernel: what one thread does');
    screen.press('t');
    await screen.sees('kernels ran on cpu');
    screen.press('\u0003');
    await screen.ends();
    expect(screen.isFullScreen).toBe(false);
  });

  it('fits into a small terminal, and into what that is made to', async () => {
    const size: TerminalSize = { columns: 60, rows: 20 };
    course.write(first!.exercise, oneTooFar(solution(first)));
    const screen = start(START, size);
    await screen.sees('✗ 01');
    const before = await screen.sees('[n] next');
    expect(before.split('\n').length).toBeLessThan(size.rows);
    screen.press('\u001b[6~');
    await screen.misses('✗ 01');
    screen.resize({ columns: 100, rows: 40 });
    const wide = await screen.sees('again     npm test 01');
    expect(wide.split('\n').filter((line) => line.startsWith('[n] next'))).toHaveLength(1);
    screen.press('l');
    await screen.sees('Which lesson?');
    screen.resize(size);
    screen.press('\u001b');
    await screen.sees('[n] next');
  });

  it('opens the lab beside, which ends with it', async () => {
    const screen = start();
    await screen.sees('Welcome');
    screen.press('b');
    const page = await screen.sees(/The lab is at http:\/\/127\.0\.0\.1:\d+/);
    const [address = ''] = /http:\S+/.exec(page) ?? [];
    expect((await fetch(address)).status).toBe(200);
    screen.press('q');
    await screen.ends();
    await expect.poll(() => fetch(address).catch(() => 'gone')).toBe('gone');
  });

  it('is over at once when somebody quits while it gets ready', async () => {
    for (const milliseconds of [50, 250, 450]) {
      const screen = start();
      await screen.sees('Welcome');
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      screen.press('q');
      await screen.ends();
      expect(screen.isFullScreen).toBe(false);
    }
  });

  it('gives the terminal back when it is ended from outside', async () => {
    const screen = start(`sh -c 'echo $$ > pid; exec ${START}'; stty -a`);
    await screen.sees('Welcome');
    process.kill(Number(course.read('pid')), 'SIGTERM');
    await screen.ends();
    expect(screen.isFullScreen).toBe(false);
    expect(screen.text).toMatch(/ icanon/);
  });
});

describe('npm start without a terminal', () => {
  it('is npm test, with its exit code', () => {
    const blank = course.run('start');
    expect(blank.code).toBe(0);
    expect(blank.out).toContain('Begin here');
    course.write(first!.exercise, oneTooFar(solution(first)));
    const wrong = course.run('start', ['01', '--json']);
    expect(wrong.code).toBe(1);
    expect(JSON.parse(wrong.out)).toMatchObject({ lessons: [{ status: 'in progress' }] });
    expect(course.run('start', ['--nonsense']).code).toBe(2);
  });
});
