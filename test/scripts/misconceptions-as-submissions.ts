import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import {
  findLesson,
  listLessons,
  listMisconceptions,
  loadMisconception,
  loadSuite,
  type Lesson,
} from '#kit/course';
import { seedFor, type Submission } from '#kit/grading';
import { direct } from '#kit/testing';
import { graded, openClass, SECRET } from '../grading/class';
import { asExercise } from '../grading/misconception-as-exercise';

// Every misconception, handed in, loses points and keeps the rest: exactly the tasks count as lost whose tests fail
// when it is tried in this process, on the same data.
//
//   npm run grade:mistakes                 all of them
//   npm run grade:mistakes -- --lesson 03  those of one lesson

const { values } = parseArgs({ options: { lesson: { type: 'string' } } });
const all = listLessons('src/course/blank');
const wanted =
  values.lesson === undefined ? all : [findLesson(all, values.lesson)].filter((each) => each !== undefined);

let count = 0;
let wrong = 0;
for (const lesson of wanted) {
  const submissions: Submission[] = await Promise.all(
    listMisconceptions(lesson).map(async (name) => ({
      name,
      exercises: { [lesson.name]: { text: await asExercise(build, lesson, name) } },
    })),
  );
  if (submissions.length === 0) continue;
  const classroom = await openClass({ lessons: [lesson.name], runs: 25 });
  const results = await graded(classroom, submissions);
  classroom.close();
  for (const { submission, score, maxScore, lessons } of results.values()) {
    count += 1;
    const [only] = lessons;
    const lost = only?.tasks.filter((task) => task.score < task.maxScore).map((task) => task.name) ?? [];
    const expected = await failedTasks(lesson, submission);
    const isRight = only?.status === 'graded' && score < maxScore && lost.join() === expected.join();
    if (!isRight) wrong += 1;
    const mark = isRight ? '✓' : '✗';
    process.stdout.write(
      `${mark} ${lesson.number} ${submission}: ${score} of ${maxScore}, without ${lost.join(', ') || 'nothing'}` +
        `${isRight ? '' : `, and not without ${expected.join(', ')} (${only?.trouble ?? only?.status})`}\n`,
    );
  }
}
process.stdout.write(`${count} misconceptions handed in, ${wrong} of them lost too little or too much\n`);
process.exitCode = wrong > 0 ? 1 : 0;

/** The tasks of which a test fails, without any grading. */
async function failedTasks(lesson: Lesson, name: string): Promise<string[]> {
  const suite = await loadSuite(lesson);
  const { module } = await loadMisconception(lesson, name);
  const failed = new Set<string>();
  for (const test of suite.tests) {
    if (failed.has(test.task)) continue;
    const outcome = await test.run(direct(module), { seed: seedFor(SECRET, lesson.name), runs: 25 });
    if (outcome.status !== 'passed') failed.add(test.task);
  }
  return suite.tasks.map((task) => task.name).filter((task) => failed.has(task));
}
