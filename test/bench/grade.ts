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

// Grades a class in which no two have handed in the same, and looks how fast that goes, whether memory grows, whether
// everybody has what they deserve, and whether a run with another number of jobs, killed in its middle and started
// again, comes to the same. Ends with 1 where something does not hold; how fast it is, is told and not judged.
//
//   npm run bench:grade                          200 submissions, 2 jobs
//   npm run bench:grade -- --submissions 30 --jobs 4

const { values } = parseArgs({
  options: { submissions: { type: 'string', default: '200' }, jobs: { type: 'string', default: '2' } },
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

const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

const rows: { what: string; found: string; holds?: boolean }[] = [];
const details: string[] = [];
const students = await mixedClass(count);
handIn(at('class'), students);
try {
  const begun = performance.now();
  const memory: number[] = [];
  const first = start('out', jobs);
  const timer = setInterval(() => {
    if (graded('out') === 0) return;
    memory.push(runningIn(at('tmp')).reduce((sum, { megabytes }) => sum + megabytes, 0));
  }, 1_000);
  await first.ended;
  clearInterval(timer);
  const minutes = (performance.now() - begun) / 60_000;
  rows.push({
    what: `${count} different submissions, ${jobs} jobs`,
    found: `${minutes.toFixed(1)} minutes, ${(count / minutes).toFixed(1)} a minute`,
  });
  const third = Math.ceil(memory.length / 3);
  const [before, after] = [mean(memory.slice(0, third)), mean(memory.slice(-third))];
  rows.push({
    what: 'memory of command, graders and cells',
    found: `${before.toFixed(0)} MB in the first third, ${after.toFixed(0)} in the last, at most ${Math.max(...memory).toFixed(0)}`,
    holds: after < FLAT * before,
  });
  const leftBehind = await left();
  rows.push({
    what: 'processes left behind',
    found: String(leftBehind.length),
    holds: leftBehind.length === 0,
  });
  const wrong = students.flatMap((student) => {
    const result = resultOf('out', student.name);
    return result === undefined ? [`${student.name} has no result.`] : wrongIn(student, result);
  });
  rows.push({ what: 'grades that are not deserved', found: String(wrong.length), holds: wrong.length === 0 });

  const otherJobs = jobs === 1 ? 2 : jobs - 1;
  const killed = start('again', otherJobs);
  while (graded('again') < count / 2 && killed.child.exitCode === null) await wait(50);
  killed.child.kill('SIGKILL');
  await killed.ended;
  const orphans = await left();
  const kept = graded('again');
  rows.push({
    what: `left behind by SIGKILL after ${kept} of them`,
    found: String(orphans.length),
    holds: orphans.length === 0 && kept > 0 && kept < count,
  });
  await start('again', otherJobs).ended;
  const same = grades('out') !== '' && grades('out') === grades('again');
  rows.push({
    what: `grades of the rest, ${otherJobs === 1 ? '1 job' : `${otherJobs} jobs`}`,
    found: same ? 'the same' : 'not the same',
    holds: same,
  });
  const lines = grades('again').split('\n');
  const changed = grades('out')
    .split('\n')
    .filter((line) => !lines.includes(line));
  details.push(...wrong, ...leftBehind, ...orphans, ...changed);
  const temporary = readdirSync(at('tmp'));
  rows.push({ what: 'files left behind', found: String(temporary.length), holds: temporary.length === 0 });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const width = Math.max(...rows.map(({ what }) => what.length));
for (const { what, found, holds } of rows) {
  const mark = holds === undefined ? ' ' : holds ? '✓' : '✗';
  process.stdout.write(`${mark} ${what.padEnd(width)}  ${found}\n`);
}
if (details.length > 0) process.stdout.write(`\n${details.slice(0, 30).join('\n')}\n`);
process.exitCode = rows.some(({ holds }) => holds === false) ? 1 : 0;
