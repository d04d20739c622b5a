import { parseArgs } from 'node:util';
import { useBackend, type Backend } from '#kit/gpu';
import { finalLoss, loadDataSet, runRace, type RaceResult } from '#kit/race';
import { loadSolutions } from '../race/solutions';

// What the race claims must hold for any seed.
//
//   npx tsx test/scripts/race-seeds.ts                        200 seeds of cars and of units
//   npx tsx test/scripts/race-seeds.ts --data cars --seeds 50 --from 1000 --backend webasm

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    backend: { type: 'string', default: 'cpu' },
  },
});

/** One number of a race, and what it must be. */
interface Claim {
  readonly words: string;
  readonly of: (race: RaceResult) => number;
  readonly holds: (value: number) => boolean;
}

const relative = (race: RaceResult, arm: number) => finalLoss(race.arms[arm]!) / race.targetVariance;

const claims: Readonly<Record<string, readonly Claim[]>> = {
  cars: [
    {
      words: 'normalized, as a share of the variance, is below 0.45',
      of: (race) => relative(race, 0),
      holds: (value) => value < 0.45,
    },
    {
      words: 'raw at the same rate overflows (1)',
      of: (race) => Number(race.arms[1]!.diverged),
      holds: (value) => value === 1,
    },
    {
      words: 'raw at its best rate over normalized is 1.5 or more',
      of: (race) => finalLoss(race.arms[2]!) / finalLoss(race.arms[0]!),
      holds: (value) => value >= 1.5,
    },
  ],
  units: [
    {
      words: 'normalized, as a share of the variance, is below 1e-6',
      of: (race) => relative(race, 0),
      holds: (value) => value < 1e-6,
    },
    {
      words: 'raw at the same rate overflows (1)',
      of: (race) => Number(race.arms[1]!.diverged),
      holds: (value) => value === 1,
    },
    {
      words: 'raw, as a share of the variance, is above 0.1 at every rate',
      of: (race) =>
        Math.min(
          relative(race, 2),
          ...race.arms[2]!.sweep!.filter(({ validLoss }) => Number.isFinite(validLoss)).map(
            ({ validLoss }) => validLoss / race.targetVariance,
          ),
        ),
      holds: (value) => value > 0.1,
    },
  ],
};

useBackend(values.backend as Backend);
const functions = await loadSolutions();
const first = Number(values.from);
let failed = 0;
for (const name of values.data === undefined ? Object.keys(claims) : [values.data]) {
  const found = new Map(claims[name]!.map((claim) => [claim, [] as number[]]));
  for (let seed = first; seed < first + Number(values.seeds); seed++) {
    const race = await runRace(await loadDataSet(name, seed), functions, { seed, batchSize: 64 });
    for (const [claim, numbers] of found) {
      const value = claim.of(race);
      numbers.push(value);
      if (claim.holds(value)) continue;
      failed += 1;
      process.stdout.write(`  seed ${seed}: ${value} where ${claim.words}\n`);
    }
  }
  for (const [{ words }, numbers] of found) {
    const [least = NaN, middle = NaN, most = NaN] = [0, numbers.length >> 1, numbers.length - 1].map(
      (index) => numbers.toSorted((a, b) => a - b)[index],
    );
    process.stdout.write(`${name}: ${words}: least ${least}, median ${middle}, most ${most}\n`);
  }
}
process.stdout.write(failed === 0 ? 'Not one failure.\n' : `${failed} failures.\n`);
process.exitCode = failed === 0 ? 0 : 1;
