import { parseArgs } from 'node:util';
import { findLesson, listLessons, listMisconceptions, type Lesson } from '#kit/course';
import { Sandbox } from '../cli/sandbox';

// How long `npm test NN` takes on a wrong exercise, against the right one: at most 1.5 times. Both in one run,
// in turns, since machines have moods.
//
//   npm run bench:red                     five mistakes of each lesson
//   npm run bench:red -- --lesson 04 --every   all mistakes of one

const { values } = parseArgs({
  options: { lesson: { type: 'string' }, every: { type: 'boolean', default: false } },
});
const LIMIT = 1.5;
const MISTAKES = 5;

const lessons = listLessons();
const wanted = values.lesson === undefined ? lessons : [findLesson(lessons, values.lesson)!];
const course = new Sandbox();

function secondsOf(lesson: Lesson, from: string): number {
  course.copy(from, lesson.exercise);
  const started = performance.now();
  course.test([lesson.number]);
  return (performance.now() - started) / 1000;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? NaN;
}

/** Some of them, from all over the list. */
function spread(names: readonly string[]): readonly string[] {
  if (values.every || names.length <= MISTAKES) return names;
  return Array.from(
    { length: MISTAKES },
    (_, index) => names[Math.floor(((index + 0.5) * names.length) / MISTAKES)]!,
  );
}

let over = 0;
try {
  for (const each of lessons) course.copy(each.solution, each.exercise);
  for (const lesson of wanted) {
    const folder = lesson.number === '05' ? 'test/weak-properties' : lesson.misconceptions;
    const names = spread(listMisconceptions({ ...lesson, misconceptions: folder }));
    const [green, red]: [number[], number[]] = [[], []];
    for (const name of names) {
      green.push(secondsOf(lesson, lesson.solution));
      red.push(secondsOf(lesson, `${folder}/${name}.ts`));
    }
    const ratio = median(red) / median(green);
    const worst = red.indexOf(Math.max(...red));
    if (ratio > LIMIT) over += 1;
    process.stdout.write(
      `${lesson.name.padEnd(20)} green ${median(green).toFixed(2)} s  red ${median(red).toFixed(2)} s  ` +
        `ratio ${ratio.toFixed(2)}  slowest ${names[worst]}, ${(red[worst]! / median(green)).toFixed(2)}\n`,
    );
    course.copy(lesson.solution, lesson.exercise);
  }
} finally {
  course.dispose();
}
process.stdout.write(over === 0 ? `Within ${LIMIT}.\n` : `${over} lessons over ${LIMIT}.\n`);
process.exitCode = over === 0 ? 0 : 1;
