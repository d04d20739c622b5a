import { parseArgs } from 'node:util';
import { useBackend, type Backend } from '#kit/gpu';
import { loadDataSet, runArticle, type ArticleRace } from '#kit/race';
import { articleChecks, holds } from '../race/article-checks';
import { loadArticleSolutions } from '../race/solutions';

// The article's run, at full size, must come out as the article's for any seed.
//
//   npm run article-seeds                             seeds 1 to 20 on cpu: about 6 s each
//   npm run article-seeds -- --backend webasm --seeds 3 --from 100

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '1' },
    backend: { type: 'string', default: 'cpu' },
  },
});

const MOST_SECONDS = 8;

useBackend(values.backend as Backend);
const functions = await loadArticleSolutions();
const found = new Map(articleChecks.map((check) => [check, [] as number[]]));
const times: number[] = [];
let misses = 0;
for (let seed = Number(values.from); seed < Number(values.from) + Number(values.seeds); seed += 1) {
  const race = await runArticle(await loadDataSet('article', seed), functions, { seed, batchSize: 64 });
  const missed = articleChecks.filter((check) => !holds(check, race));
  misses += missed.length;
  const seconds = trainingSeconds(race);
  times.push(seconds);
  for (const [check, numbers] of found) numbers.push(check.of(race));
  const ends = race.arms.map(({ name, epochs }) => `${name} ${short(epochs.at(-1)!.validLoss)}`).join(', ');
  print(`seed ${seed}, ${seconds.toFixed(1)} s, ${missed.length === 0 ? 'all hold' : 'MISSED'}: ${ends}`);
  for (const { words, of, least, most } of missed) {
    print(`  ${words}: ${of(race)}, not from ${least} to ${most}`);
  }
}
print('');
for (const [{ words, least, most }, numbers] of found) {
  print(`${words}: ${spread(numbers)}, allowed ${short(least)} to ${short(most)}`);
}
print(`seconds of training, four arms: ${spread(times)}, at most ${MOST_SECONDS} on a quiet machine`);
print(
  `${times.length} seeds on ${values.backend}, ${articleChecks.length} checks each: ` +
    (misses === 0 ? 'not one miss.' : `${misses} misses.`),
);
process.exitCode = misses === 0 ? 0 : 1;

function trainingSeconds({ arms }: ArticleRace): number {
  return arms.flatMap(({ epochs }) => epochs).reduce((sum, { seconds }) => sum + seconds, 0);
}

function spread(numbers: readonly number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  return [0, sorted.length >> 1, sorted.length - 1].map((index) => short(sorted[index] ?? NaN)).join(' / ');
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
