import { bestModel } from './best-model';
import { landscapeOf, type Landscape, type Pair } from './landscape';
import type { PlainArm, RaceResult } from './run-race';
import { tellingPairs } from './telling-pairs';

/** The landscape that an arm descends, in the unit that it is trained in. */
export interface ArmLandscape {
  readonly name: PlainArm['name'];
  readonly unit: 'raw' | 'standard';
  readonly landscape: Landscape;
}

/** Of a way, over all the steps of the race. */
const MARKS = 40;

/**
 * Over two pairs of parameters, what both arms descend, raw first; raw at its best rate where it has one.
 * All others stay where the loss is least, so that there is a bowl to see even where both arms overflowed.
 * @returns for each pair both arms; none of a pair that says the same thing twice
 */
export function raceLandscapes({ arms, prepared, steps }: RaceResult): ArmLandscape[][] {
  const [normalized, same, best] = arms;
  const raw = best ?? same;
  if (normalized === undefined || raw === undefined) return [];
  const sides = [
    { arm: raw, unit: 'raw', rows: prepared.raw.train, model: bestModel(prepared.raw.train) },
    {
      arm: normalized,
      unit: 'standard',
      rows: prepared.normalized.train,
      model: bestModel(prepared.normalized.train),
    },
  ] as const;
  const both = (pair: Pair): ArmLandscape[] =>
    sides.flatMap(({ arm: { name, learningRate }, unit, rows, model }) => {
      const descent = { learningRate, marks: MARKS, every: Math.ceil(steps / MARKS) };
      const landscape = landscapeOf(rows, model, pair, descent);
      return landscape === undefined ? [] : [{ name, unit, landscape }];
    });
  return tellingPairs(sides[1].model)
    .map(both)
    .filter(({ length }) => length === sides.length);
}
