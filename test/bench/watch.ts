import { parseArgs } from 'node:util';
import { findLesson, listLessons, listMisconceptions, type Lesson } from '#kit/course';
import { LearnersTerminal } from '../cli/learners-terminal';
import { Sandbox } from '../cli/sandbox';
import { median } from './median';

// How long a learner waits: from the save of an exercise to its verdict on the screen of `npm start`, read in a
// real terminal. Right and wrong take turns: red is what a learner sees most.
//
//   npm run bench:watch                       lessons 01 to 03 (at most 300 ms), and the longest (1 s)
//   npm run bench:watch -- --lessons 1,2,3,4,5,6,7,8,9,10,11,12,13 --saves 10

const { values } = parseArgs({
  options: {
    saves: { type: 'string', default: '30' },
    lessons: { type: 'string', default: '1,2,3,12' },
  },
});

/** Nobody saves twice a second; and nothing else is to go on when the clock starts. */
const PAUSE = 600;

const course = new Sandbox();

async function waits(lesson: Lesson, saves: number): Promise<Record<'right' | 'wrong', number[]>> {
  const folder = lesson.number === '05' ? 'test/weak-properties' : lesson.misconceptions;
  const mistakes = listMisconceptions({ ...lesson, misconceptions: folder });
  const screen = new LearnersTerminal(`node src/cli/run.mjs start ${lesson.number}`, course.path);
  const times: Record<'right' | 'wrong', number[]> = { right: [], wrong: [] };
  try {
    await screen.sees(/Run 1 took/);
    // One more than is counted: for the first, TypeScript is still getting ready.
    for (let save = 0; save <= saves; save++) {
      const isRight = save % 2 === 0;
      const mistake = mistakes[Math.floor(save / 2) % mistakes.length];
      const text = course.read(isRight ? lesson.solution : `${folder}/${mistake}.ts`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      const started = performance.now();
      course.write(lesson.exercise, `${text}\n// ${save}\n`);
      await screen.sees(`Run ${save + 2} took`);
      if (save > 0) times[isRight ? 'right' : 'wrong'].push(performance.now() - started);
    }
  } finally {
    await screen.dispose();
  }
  return times;
}

const inColumns = (times: readonly number[]) =>
  [median(times), Math.max(...times)].map((time) => time.toFixed(0).padStart(6)).join('');

try {
  for (const each of listLessons()) course.copy(each.solution, each.exercise);
  process.stdout.write('milliseconds from save to verdict       median  slowest\n');
  for (const wanted of values.lessons.split(',')) {
    const lesson = findLesson(listLessons(), wanted)!;
    const { right, wrong } = await waits(lesson, Number(values.saves));
    course.copy(lesson.solution, lesson.exercise);
    process.stdout.write(
      `${lesson.name.padEnd(20)} all ${inColumns([...right, ...wrong])}` +
        `   right ${inColumns(right)}   wrong ${inColumns(wrong)}\n`,
    );
  }
} finally {
  course.dispose();
}
