import { listLessons } from '#kit/course';
import { collect, inOneLine } from '#kit/grading';
import { attackedLessons, listAttacks } from '../attacks/attacks';
import { endOf, shortLimits } from '../attacks/ending';
import { handInNeighbours, neighbours } from '../attacks/neighbours';
import { graded, openClass } from '../grading/class';
import { Inbox } from '../grading/intake/handed-in';

// Hands in every attack, and prints what it tries, how that ended, and what it gained. Whatever gains a point, or
// costs an honest neighbour one, makes this end with 1.
//
//   npm run attacks             all of them, a minute or two
//   npm run attacks -- forges   those with this in their names

const MOST_CHARACTERS = 150;

const wanted = process.argv.slice(2);
const attacks = listAttacks().filter(
  ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
);
const lessons = listLessons('src/course/blank').filter(({ name }) => attackedLessons.includes(name));
const inbox = new Inbox();
const classroom = await openClass({ lessons: lessons.map(({ name }) => name), limits: shortLimits });
try {
  handInNeighbours(inbox);
  for (const { handIn } of attacks) await handIn(inbox);
  const results = await graded(classroom, await collect([inbox.path], lessons));
  const scoreOf = (name: string) => results.get(name)?.score ?? NaN;
  for (const { name, tries } of attacks) {
    const result = results.get(name);
    const end = result === undefined ? 'It was not collected.' : inOneLine(endOf(result));
    const short = end.length > MOST_CHARACTERS ? `${end.slice(0, MOST_CHARACTERS)} …` : end;
    const mark = scoreOf(name) === 0 ? '✓' : '✗';
    process.stdout.write(`${mark} ${name}, ${scoreOf(name)} points\n  ${tries}\n  → ${short}\n`);
  }
  const gained = attacks.filter(({ name }) => scoreOf(name) !== 0).map(({ name }) => name);
  const [best = NaN, ...scores] = neighbours.map(scoreOf).sort((left, right) => right - left);
  const haveLost = !(best > 0) || scores.some((score) => score !== best);
  process.stdout.write(
    `\n${attacks.length} attacks, ${gained.length} of them gained points${gained.length > 0 ? `: ${gained.join(', ')}` : ''}.\n` +
      `${neighbours.length} honest neighbours, with ${[best, ...scores].join(', ')} points each.\n`,
  );
  process.exitCode = gained.length > 0 || haveLost ? 1 : 0;
} finally {
  classroom.close();
  inbox.dispose();
}
