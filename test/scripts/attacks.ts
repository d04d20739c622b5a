import { listLessons } from '#kit/course';
import { collect, inOneLine } from '#kit/grading';
import { tableLines } from '#kit/pages';
import { attackedLessons, listAttacks } from '../attacks/attacks';
import { endOf, gradeAll, openClass } from '../attacks/class';
import { Inbox } from '../grading/intake/handed-in';

// Grades every attack, and prints what each has gained: nothing, or this ends with 1.
//
//   npm run attacks               all of them, about a minute
//   npm run attacks -- forges     those with this in their names

const wanted = process.argv.slice(2);
const attacks = listAttacks().filter(
  ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
);
const lessons = listLessons('src/course/blank').filter(({ name }) => attackedLessons.includes(name));
const inbox = new Inbox();
const classroom = await openClass({ lessons: lessons.map(({ name }) => name) });
try {
  for (const { handIn } of attacks) await handIn(inbox);
  inbox.put({ '.not-alone': '' });
  const t0 = performance.now();
  const results = await gradeAll(classroom, await collect([inbox.path], lessons), (r) =>
    process.stderr.write(`${((performance.now() - t0) / 1000).toFixed(1)} ${r.submission}\n`),
  );
  const rows = attacks.map(({ name, tries }) => {
    const result = results.get(name);
    return {
      name,
      tries,
      end: inOneLine(result === undefined ? 'not collected' : endOf(result)),
      score: result?.score ?? NaN,
    };
  });
  for (const { name, tries, end, score } of rows) {
    process.stdout.write(
      `${score === 0 ? '✓' : '✗'} ${name}: ${score} points\n    ${tries}\n    ${end.slice(0, 200)}\n`,
    );
  }
  const gained = rows.filter(({ score }) => score !== 0);
  process.stdout.write(`\n${rows.length} attacks, ${gained.length} of them gained points.\n`);
  void tableLines;
  process.exitCode = gained.length > 0 ? 1 : 0;
} finally {
  classroom.close();
  inbox.dispose();
}
