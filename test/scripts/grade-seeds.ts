import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findLesson, listLessons, root } from '#kit/course';
import { solutionsAsSubmission, type Submission } from '#kit/grading';
import { graded, openClass } from '../grading/class';

// Whatever the secret, solutions earn all points and stubs none.
//
//   npm run grade:seeds -- --seeds 200
//
// --lessons 03,04 takes some lessons only, --from 100 begins at another secret, --blank leaves out the solutions.

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '0' },
    lessons: { type: 'string' },
    blank: { type: 'boolean', default: false },
  },
});
const all = listLessons('src/course/blank');
const lessons = values.lessons?.split(',').flatMap((name) => findLesson(all, name) ?? []) ?? all;
const solutions = solutionsAsSubmission(lessons);
const stubs: Submission = {
  name: 'stubs',
  exercises: Object.fromEntries(
    lessons.map(({ name, blank }) => [name, { text: readFileSync(join(root, blank), 'utf8') }]),
  ),
};

let wrong = 0;
const first = Number(values.from);
for (let seed = first; seed < first + Number(values.seeds); seed++) {
  const classroom = await openClass({
    lessons: lessons.map(({ name }) => name),
    secret: `secret ${seed}`,
    runs: 25,
  });
  const results = await graded(classroom, values.blank ? [stubs] : [solutions, stubs]);
  classroom.close();
  for (const { submission, score, maxScore, lessons: judged } of results.values()) {
    if (score === (submission === 'stubs' ? 0 : maxScore) && maxScore > 0) continue;
    wrong += 1;
    const odd = judged.filter((each) =>
      submission === 'stubs' ? each.score > 0 : each.score < each.maxScore,
    );
    process.stdout.write(`secret ${seed}: ${submission} ${score} of ${maxScore}: ${JSON.stringify(odd)}\n`);
  }
  process.stdout.write(`${seed - first + 1} secrets, ${wrong} wrong\n`);
}
process.exitCode = wrong > 0 ? 1 : 0;
