import type { PlainArm, Circumstances, RaceResult } from '#kit/race';
import { inColumn, inDigits } from '#kit/words';
import {
  contentOf,
  epochsPart,
  extent,
  inTime,
  lossesPart,
  modelColumn,
  predictionsPart,
  type Part,
  type RaceContent,
} from './race-content';

/** The race with plain descent: each arm, its losses, predictions and weights. */
export function plainContent(race: RaceResult, where: Circumstances, notes: readonly string[]): RaceContent {
  const recipe =
    `Plain gradient descent, ${extent(race)}.` +
    (race.data.commonScale
      ? ''
      : ' The columns lie on scales of their own, so raw also gets the best rate of its own.');
  return contentOf(
    race,
    where,
    [recipe, ...notes],
    [
      ...race.arms.map(armPart),
      lossesPart(race),
      predictionsPart(
        race,
        race.arms.map((arm) => [headings[arm.name], arm]),
      ),
      weightsPart(race),
    ],
  );
}

function armPart(arm: PlainArm): Part {
  const { learningRate, sweep } = arm;
  const aside =
    sweep === undefined
      ? `, rate ${inDigits(learningRate)}`
      : `, ${inDigits(learningRate)}, of ${sweep.length} from ${inDigits(sweep[0]!.learningRate)} to 1`;
  return epochsPart(arm, aside, (column) => [
    column('train_loss', ({ trainLoss }) => inColumn(trainLoss)),
    column('valid_loss', ({ validLoss }) => inColumn(validLoss)),
    column('time', ({ seconds }) => inTime(seconds)),
  ]);
}

/** Short enough for six columns side by side. */
const headings = { normalized: 'normalized', raw: 'raw', 'raw at its best rate': 'raw, best' } as const;

/**
 * All in the units of the data, beside the true ones; then what the normalized arm learned itself, per
 * standard deviation. An arm that overflowed has none.
 */
function weightsPart({ data, arms }: RaceResult): Part {
  const [normalized] = arms;
  return {
    kind: 'table',
    title: 'Weights',
    columns: [
      { title: '', cells: [...data.columns, 'bias'] },
      ...(data.truth === undefined ? [] : [modelColumn('true', data.truth)]),
      ...arms.flatMap(({ name, rawModel, diverged }) =>
        diverged ? [] : [modelColumn(headings[name], rawModel)],
      ),
      ...(normalized === undefined || normalized.diverged ? [] : [modelColumn('per std', normalized.model)]),
    ],
  };
}
