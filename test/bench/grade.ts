import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { exercisesOf, listLessons, listMisconceptions, root } from '#kit/course';
import { asExercise } from '../grading/misconception-as-exercise';

// How many submissions are graded in a minute, and how much memory that takes.
//
//   npm run bench:grade -- --submissions 200
//
// A third is right, a third has a known mistake in two lessons, a third is hostile in two. --distinct writes each
// submission's name into each of its exercises, so that no two are the same code.

const { values } = parseArgs({
  options: {
    submissions: { type: 'string', default: '200' },
    jobs: { type: 'string', default: '2' },
    distinct: { type: 'boolean', default: false },
  },
});
const count = Number(values.submissions);
const lessons = listLessons('src/course/blank');
const folder = mkdtempSync(join(tmpdir(), 'bench-grade-'));

const hostile = (name: string) => [
  `export async function ${name}() { for (;;); }`,
  `export async function ${name}() { return new Promise(() => undefined); }`,
  `export async function ${name}() { globalThis.process?.exit(0); return 0; }`,
  `Array.prototype.map = () => []; export async function ${name}() { return 0; }`,
  `const all = []; export async function ${name}() { for (;;) all.push(new Array(1e6).fill(all)); }`,
];

for (let index = 0; index < count; index++) {
  const own = join(folder, 'class', `student-${String(index).padStart(3, '0')}`, 'lessons');
  mkdirSync(own, { recursive: true });
  cpSync(join(root, 'solutions'), own, { recursive: true });
  const kind = ['right', 'wrong', 'hostile'][index % 3];
  for (const turn of kind === 'right' ? [] : [0, 1]) {
    const lesson = lessons[(index + 5 * turn) % lessons.length]!;
    const names = listMisconceptions(lesson);
    const [exercise = ''] = exercisesOf(lesson);
    const text =
      kind === 'hostile' || names.length === 0
        ? hostile(exercise)[(index + turn) % hostile(exercise).length]!
        : await asExercise(build, lesson, names[(index + turn) % names.length]!);
    writeFileSync(join(own, lesson.name, 'exercise.ts'), text);
  }
  if (values.distinct) {
    for (const { name } of lessons) {
      const file = join(own, name, 'exercise.ts');
      writeFileSync(file, `${readFileSync(file, 'utf8')}\nexport const student = ${index};\n`);
    }
  }
}

const started = performance.now();
const child = spawn(
  process.execPath,
  ['src/cli/run.mjs', 'grade', join(folder, 'class'), '--out', join(folder, 'out'), '--jobs', values.jobs],
  { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
);
let most = 0;
const watch = setInterval(() => (most = Math.max(most, residentMegabytes(child.pid ?? 0))), 500);
child.stdout.resume();
await new Promise((resolve) => child.on('close', resolve));
clearInterval(watch);
const minutes = (performance.now() - started) / 60_000;
rmSync(folder, { recursive: true, force: true });
process.stdout.write(
  `${count} submissions in ${minutes.toFixed(1)} minutes: ${(count / minutes).toFixed(1)} a minute, ` +
    `the command itself used ${most.toFixed(0)} MB at most\n`,
);

function residentMegabytes(pid: number): number {
  try {
    const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}
