import { parseArgs } from 'node:util';
import { findLesson, listLessons } from '#kit/course';
import { useBackend, type Backend } from '#kit/gpu';
import { failures, isCaught, judge, loadShelves, type Way } from '../gates/judge';

// Any seed must do: solutions pass every test, and every misconception is caught, over and over.
//
//   npm run seeds -- --seeds 2000 --backend cpu        the solutions
//   npm run seeds -- --seeds 200 --misconceptions      the misconceptions
//
// --lesson 03 takes one lesson only, --from 500 begins at another seed, --stand-in goes through the wall.

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '0' },
    backend: { type: 'string', default: 'cpu' },
    lesson: { type: 'string' },
    misconceptions: { type: 'boolean', default: false },
    'stand-in': { type: 'boolean', default: false },
  },
});
const first = Number(values.from);
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => first + index);
const way: Way = values['stand-in'] ? 'through the stand-in' : 'directly';
const lessons = listLessons();
const wanted =
  values.lesson === undefined
    ? lessons
    : lessons.filter((lesson) => lesson === findLesson(lessons, values.lesson!));
if (wanted.length === 0) throw new RangeError(`There is no lesson ${values.lesson}.`);

useBackend(values.backend as Backend);
let failed = 0;
for (const lesson of wanted) {
  const { suite, solution, misconceptions } = await loadShelves(lesson);
  const started = performance.now();
  const complain = (seed: number, what: string) => {
    failed += 1;
    process.stdout.write(`  seed ${seed}: ${what}\n`);
  };
  for (const seed of seeds) {
    if (!values.misconceptions) {
      for (const failure of failures(await judge(suite, solution, way, seed))) complain(seed, failure);
      continue;
    }
    for (const { name, module } of misconceptions) {
      const verdicts = await judge(suite, module, way, seed, isCaught);
      if (!verdicts.some(isCaught)) complain(seed, `${name} is not caught`);
    }
  }
  const what = values.misconceptions ? `${misconceptions.length} misconceptions` : 'the solution';
  const time = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `${lesson.name}: ${what}, ${seeds.length} seeds on ${values.backend}, ${way}, ${time} s\n`,
  );
}
process.stdout.write(failed === 0 ? 'Not one failure.\n' : `${failed} failures.\n`);
process.exitCode = failed === 0 ? 0 : 1;
