import { parseArgs } from 'node:util';
import { listLessons, findLesson, loadAnswerKey } from '#kit/course';
import { Sandbox } from '../cli/sandbox';

// Each misconception, copied over the exercise of its lesson: `npm test` names it, and no other one.
//
//   npm run mistakes                  all lessons, a few seconds for each mistake
//   npm run mistakes -- --lesson 03   one lesson

const { values } = parseArgs({ options: { lesson: { type: 'string' } } });
const lessons = listLessons();
const wanted = values.lesson === undefined ? lessons : [findLesson(lessons, values.lesson)!];
const plain = (text: string) => text.replaceAll(/\s+/g, ' ');

const sentences: string[] = [];
for (const { name } of lessons) {
  for (const { mistake } of (await loadAnswerKey(name)).misconceptions) sentences.push(plain(mistake));
}
const course = new Sandbox();
let [named, all] = [0, 0];
try {
  for (const lesson of wanted) {
    for (const { name, mistake } of (await loadAnswerKey(lesson.name)).misconceptions) {
      course.copy(`${lesson.misconceptions}/${name}.ts`, lesson.exercise);
      const { code, out } = course.test([lesson.number]);
      const found = sentences.filter((sentence) => plain(out).includes(sentence));
      const right = code === 1 && found.length > 0 && found.every((sentence) => sentence === plain(mistake));
      all += 1;
      if (right) named += 1;
      else process.stdout.write(`  ${lesson.number} ${name}: exit ${code}, named ${JSON.stringify(found)}\n`);
    }
    course.copy(lesson.blank, lesson.exercise);
    process.stdout.write(`${lesson.name}: ${named} of ${all} so far\n`);
  }
} finally {
  course.dispose();
}
process.exitCode = named === all ? 0 : 1;
