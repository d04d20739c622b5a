import type { Dataset, LinearModel } from '#kit/data';
import { eigenvalues } from './eigenvalues';
import { Walk, type Frame, type Place, type Way } from './walk';

/** Two of a model's parameters: columns by number, and the bias as the number after the last one. */
export type Pair = readonly [number, number];

/**
 * The loss over two parameters, while all others stay where a good model has them: a bowl. And the path
 * that plain descent takes through it from zero, over all rows at once.
 */
export interface Landscape extends Frame, Way {
  readonly parameters: Pair;
  /** Where the bowl is deepest. */
  readonly best: Place;
  /** At its bottom. */
  readonly least: number;
  /** loss = least + ½ · (bends[0] · u² + 2 · bends[1] · u · v + bends[2] · v²), u and v counted from the bottom. */
  readonly bends: readonly [number, number, number];
  /** How many times as steep it is in its steepest direction as in its flattest. */
  readonly condition: number;
  readonly learningRate: number;
}

/** How to go down a landscape: to so many marks after the start, so many steps apart. */
export interface Descent {
  readonly learningRate: number;
  readonly marks: number;
  readonly every: number;
}

/**
 * @param model in the units of `x`
 * @returns undefined where the two parameters say the same thing: no single bottom
 */
export function landscapeOf(
  { x, targets }: Dataset,
  { weights, bias }: LinearModel,
  parameters: Pair,
  descent: Descent,
): Landscape | undefined {
  const [p, q] = parameters;
  const { rows, columns, data } = x;
  const said = (parameter: number) => (parameter === columns ? bias : weights[parameter]!);
  const [first, second] = [said(p), said(q)];
  let [pp, pq, qq, ep, eq, ee] = [0, 0, 0, 0, 0, 0];
  for (let row = 0, start = 0; row < rows; row += 1, start += columns) {
    let rest = targets[row]! - bias;
    for (let column = 0; column < columns; column += 1) rest -= weights[column]! * data[start + column]!;
    const one = p === columns ? 1 : data[start + p]!;
    const two = q === columns ? 1 : data[start + q]!;
    // What the two have to explain, once the others have said their part.
    rest += first * one + second * two;
    pp += one * one;
    pq += one * two;
    qq += two * two;
    ep += rest * one;
    eq += rest * two;
    ee += rest * rest;
  }
  const determinant = pp * qq - pq * pq;
  if (!(determinant > 1e-12 * pp * qq)) return undefined;
  const best = [(qq * ep - pq * eq) / determinant, (pp * eq - pq * ep) / determinant] as const;
  const reach = reachAround(best);
  const scale = 2 / rows;
  const bends = [scale * pp, scale * pq, scale * qq] as const;
  const [flattest = NaN, steepest = NaN] = eigenvalues(
    Float64Array.of(bends[0], bends[1], bends[1], bends[2]),
    2,
  );
  return {
    parameters,
    best,
    reach,
    least: Math.max(0, (ee - best[0] * ep - best[1] * eq) / rows),
    bends,
    condition: steepest / flattest,
    learningRate: descent.learningRate,
    ...wayOf({ best, reach }, bends, descent),
  };
}

/**
 * Far enough to see the start, and the way from there as long as it does not grow: the distance from the
 * bottom then never exceeds that of the start.
 */
function reachAround(best: Place): number {
  const [across, up] = best.map(Math.abs) as [number, number];
  return Math.max(1.3 * Math.max(across, up), 1.02 * Math.sqrt(across * across + up * up)) || 1.3;
}

function wayOf(frame: Frame, bends: Landscape['bends'], { learningRate, ...plan }: Descent): Way {
  const { best } = frame;
  const walk = new Walk(frame, plan);
  let [first, second] = [0, 0];
  while (walk.goesOn) {
    const [u, v] = [first - best[0], second - best[1]];
    first -= learningRate * (bends[0] * u + bends[1] * v);
    second -= learningRate * (bends[1] * u + bends[2] * v);
    walk.step([first, second]);
  }
  return walk.way();
}
