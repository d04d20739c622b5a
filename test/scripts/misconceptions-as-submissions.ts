import { parseArgs } from 'node:util';
import { findLesson, listLessons, listMisconceptions } from '#kit/course';
import { withMistakes } from '../gates/judge';
import { costsOf } from '../grading/handed-in-misconceptions';

// Every misconception, handed in, loses points and keeps the rest: exactly the tasks count as lost whose tests fail
// when it is tried in this process, on the same data.
//
//   npm run grade:mistakes                 all of them
//   npm run grade:mistakes -- --lesson 03  those of one lesson

const { values } = parseArgs({ options: { lesson: { type: 'string' } } });
const all = listLessons('src/course/blank');
const lessons =
  values.lesson === undefined ? all : [findLesson(all, values.lesson)].filter((each) => each !== undefined);

let count = 0;
let wrong = 0;
for (const lesson of lessons.map(withMistakes)) {
  const mistakes = listMisconceptions(lesson).map((name) => ({ lesson, name }));
  if (mistakes.length === 0) continue;
  for (const { name, score, maxScore, lost, failing, state } of await costsOf(mistakes)) {
    count += 1;
    const isRight = state === 'graded' && score < maxScore && lost.join() === failing.join();
    if (!isRight) wrong += 1;
    const mark = isRight ? '✓' : '✗';
    process.stdout.write(
      `${mark} ${lesson.number} ${name}: ${score} of ${maxScore}, without ${lost.join(', ') || 'nothing'}` +
        `${isRight ? '' : `, and not without ${failing.join(', ')} (${state})`}\n`,
    );
  }
}
process.stdout.write(`${count} misconceptions handed in, ${wrong} of them lost too little or too much\n`);
process.exitCode = wrong > 0 ? 1 : 0;
