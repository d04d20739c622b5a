import type { PlainArm, RaceResult } from './run-race';
import { landscapeOf, type Landscape, type Pair } from './landscape';

/** The landscape that an arm descends, in the unit that it is trained in. */
export interface ArmLandscape {
  readonly name: PlainArm['name'];
  readonly unit: 'raw' | 'standard';
  readonly landscape: Landscape;
}

/** Points of a path, over all the steps of the race. */
const POINTS = 40;

/**
 * The same two parameters of both arms, raw first; raw at its best rate where it has one. All others stay
 * where the normalized arm ended.
 * @returns none where that overflowed, or where the two parameters say the same thing
 */
export function raceLandscapes({ arms, prepared, steps }: RaceResult, parameters: Pair): ArmLandscape[] {
  const [normalized, same, best] = arms;
  const raw = best ?? same;
  if (normalized === undefined || raw === undefined || normalized.diverged) return [];
  const of = (arm: PlainArm, unit: ArmLandscape['unit']): ArmLandscape[] => {
    const rows = unit === 'raw' ? prepared.raw : prepared.normalized;
    const model = unit === 'raw' ? normalized.rawModel : normalized.model;
    const descent = { learningRate: arm.learningRate, points: POINTS, every: Math.ceil(steps / POINTS) };
    const landscape = landscapeOf(rows.train, model, parameters, descent);
    return landscape === undefined ? [] : [{ name: arm.name, unit, landscape }];
  };
  const found = [...of(raw, 'raw'), ...of(normalized, 'standard')];
  return found.length === 2 ? found : [];
}
