import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { root } from '#kit/course';
import type { GradingResult } from '#kit/grading';
import { runningIn } from '../grading/running';
import { handIn, mixedClass, wrongIn } from './mixed-class';

// Grades a class, in which no two have handed in the same unless that is asked for, and looks how fast that goes, whether memory grows, whether
// everybody has what they deserve, and whether a run with another number of jobs, killed in its middle and started
// again, comes to the same. Ends with 1 where something does not hold; how fast it is, is told and not judged.
//
//   npm run bench:grade                          200 submissions, 2 jobs
//   npm run bench:grade -- --submissions 30 --jobs 4
//   npm run bench:grade -- --alike               who is right has handed in the solution as it is

const { values } = parseArgs({
  options: {
    submissions: { type: 'string', default: '200' },
    jobs: { type: 'string', default: '2' },
    alike: { type: 'boolean', default: false },
  },
});
const count = Number(values.submissions);
const jobs = Number(values.jobs);

/** How much more memory is still the same, from the first third of a run to its last. */
const FLAT = 1.3;

const folder = mkdtempSync(join(tmpdir(), 'bench-grade-'));
const at = (...parts: readonly string[]) => join(folder, ...parts);
// Cells may run as somebody who owns nothing.
chmodSync(folder, 0o755);
mkdirSync(at('tmp'));

/** Starts the command. All that it starts works in this folder. */
function start(out: string, jobs: number) {
  const args = ['src/cli/run.mjs', 'grade', at('class'), '--out', at(out), '--jobs', String(jobs)];
  const child = spawn(process.execPath, [...args, '--seed', 'the seed of a bench'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, TMPDIR: at('tmp') },
  });
  return { child, ended: once(child, 'exit') };
}

function resultOf(out: string, name: string): GradingResult | undefined {
  const file = at(out, name, 'result.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as GradingResult) : undefined;
}

const graded = (out: string) =>
  students.filter(({ name }) => existsSync(at(out, name, 'result.json'))).length;
const grades = (out: string) =>
  existsSync(at(out, 'grades.csv')) ? readFileSync(at(out, 'grades.csv'), 'utf8') : '';

/** Who is still there a moment after the end. */
async function left(): Promise<string[]> {
  for (let attempt = 0; ; attempt++) {
    const found = runningIn(at('tmp')).map(({ command }) => command);
    if (found.length === 0 || attempt === 100) return found;
    await wait(100);
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const mean = (numbers: readonly number[]) => sum(numbers) / numbers.length;
const inJobs = (jobs: number) => (jobs === 1 ? '1 job' : `${jobs} jobs`);

const WIDTH = 42;
const details: string[] = [];
let isWell = true;

/** @param holds undefined where nothing is judged */
function row(what: string, found: string, holds?: boolean): void {
  const mark = holds === undefined ? ' ' : holds ? '✓' : '✗';
  process.stdout.write(`${mark} ${what.padEnd(WIDTH)}  ${found}\n`);
  isWell &&= holds !== false;
}

const students = await mixedClass(count);
handIn(at('class'), students, values.alike);
try {
  const begun = performance.now();
  const memory: number[] = [];
  const first = start('out', jobs);
  const timer = setInterval(() => {
    if (graded('out') > 0) memory.push(sum(runningIn(at('tmp')).map(({ megabytes }) => megabytes)));
  }, 1_000);
  await first.ended;
  clearInterval(timer);
  const minutes = (performance.now() - begun) / 60_000;
  const speed = `${minutes.toFixed(1)} minutes, ${(count / minutes).toFixed(1)} a minute`;
  row(`${count} submissions${values.alike ? '' : ', no two alike'}, ${inJobs(jobs)}`, speed);

  const third = Math.ceil(memory.length / 3);
  const [early, late] = [mean(memory.slice(0, third)), mean(memory.slice(-third))];
  const sizes = [early, late, Math.max(...memory)].map((megabytes) => `${megabytes.toFixed(0)} MB`);
  const story = `${sizes[0]} in the first third, ${sizes[1]} in the last, ${sizes[2]} at most`;
  row('memory of command, graders and cells', story, late < FLAT * early);

  const leftBehind = await left();
  row('processes left behind', `${leftBehind.length}`, leftBehind.length === 0);

  const wrong = students.flatMap((student) => {
    const result = resultOf('out', student.name);
    return result === undefined ? [`${student.name} has no result.`] : wrongIn(student, result);
  });
  row('grades that nobody deserves', `${wrong.length}`, wrong.length === 0);

  const otherJobs = jobs === 1 ? 2 : jobs - 1;
  const killed = start('again', otherJobs);
  while (graded('again') < count / 2 && killed.child.exitCode === null) await wait(50);
  killed.child.kill('SIGKILL');
  await killed.ended;
  const orphans = await left();
  const kept = graded('again');
  const isInside = kept > 0 && kept < count;
  row(`left behind by SIGKILL after ${kept} of them`, `${orphans.length}`, orphans.length === 0 && isInside);

  await start('again', otherJobs).ended;
  const same = grades('out') !== '' && grades('out') === grades('again');
  row(`grades after that, ${inJobs(otherJobs)}`, same ? 'the same' : 'not the same', same);

  const files = readdirSync(at('tmp'));
  row('files left behind', `${files.length}`, files.length === 0);
  const again = new Set(grades('again').split('\n'));
  const changed = grades('out')
    .split('\n')
    .filter((line) => !again.has(line));
  details.push(...wrong, ...leftBehind, ...orphans, ...changed);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (details.length > 0) process.stdout.write(`\n${details.slice(0, 30).join('\n')}\n`);
process.exitCode = isWell ? 0 : 1;
