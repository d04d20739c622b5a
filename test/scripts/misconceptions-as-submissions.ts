import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { findLesson, listLessons, listMisconceptions } from '#kit/course';
import type { Submission } from '#kit/grading';
import { graded, openClass } from '../grading/class';
import { asExercise } from '../grading/misconception-as-exercise';

// Every misconception, handed in, loses points and keeps the rest.
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
    const isRight = only?.status === 'graded' && score < maxScore;
    if (!isRight) wrong += 1;
    const mark = isRight ? '✓' : '✗';
    process.stdout.write(
      `${mark} ${lesson.number} ${submission}: ${score} of ${maxScore}, without ${lost.join(', ') || 'nothing'}${only?.trouble === undefined ? '' : ` (${only.trouble})`}\n`,
    );
  }
}
process.stdout.write(`${count} misconceptions handed in, ${wrong} of them lost nothing\n`);
process.exitCode = wrong > 0 ? 1 : 0;
