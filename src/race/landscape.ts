import type { Dataset, LinearModel } from '#kit/data';
import { eigenvalues } from './eigenvalues';

/** Two of a model's parameters: columns by number, and the bias as the number after the last one. */
export type Pair = readonly [number, number];

/**
 * The loss over two parameters, while all others stay where a good model has them: a bowl. And the path
 * that plain descent takes through it from zero, over all rows at once.
 */
export interface Landscape {
  readonly parameters: Pair;
  /** Where the bowl is deepest. */
  readonly best: readonly [number, number];
  /** At its bottom. */
  readonly least: number;
  /** loss = least + ½ · (bends[0] · u² + 2 · bends[1] · u · v + bends[2] · v²), u and v counted from the bottom. */
  readonly bends: readonly [number, number, number];
  /** How many times as steep it is in its steepest direction as in its flattest. */
  readonly condition: number;
  readonly learningRate: number;
  /** How many steps lead from one point of the path to the next. */
  readonly every: number;
  /** The first is (0, 0); fewer points than were asked for where the steps leave float32. */
  readonly path: readonly (readonly [number, number])[];
}

/** How to go down a landscape: so many points after the start, so many steps apart. */
export interface Descent {
  readonly learningRate: number;
  readonly points: number;
  readonly every: number;
}

const MOST = 3.4e38;

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
  const scale = 2 / rows;
  const bends = [scale * pp, scale * pq, scale * qq] as const;
  const [flattest = NaN, steepest = NaN] = eigenvalues(
    Float64Array.of(bends[0], bends[1], bends[1], bends[2]),
    2,
  );
  return {
    parameters,
    best,
    least: Math.max(0, (ee - best[0] * ep - best[1] * eq) / rows),
    bends,
    condition: steepest / flattest,
    learningRate: descent.learningRate,
    every: descent.every,
    path: pathOf(best, bends, descent),
  };
}

/** The loss somewhere in a landscape. */
export function lossAt({ best, least, bends }: Landscape, first: number, second: number): number {
  const [u, v] = [first - best[0], second - best[1]];
  return least + (bends[0] * u * u + 2 * bends[1] * u * v + bends[2] * v * v) / 2;
}

function pathOf(
  best: Landscape['best'],
  bends: Landscape['bends'],
  { learningRate, points, every }: Descent,
): [number, number][] {
  const path: [number, number][] = [[0, 0]];
  let [first, second] = [0, 0];
  for (let step = 1; step <= points * every; step += 1) {
    const [u, v] = [first - best[0], second - best[1]];
    first -= learningRate * (bends[0] * u + bends[1] * v);
    second -= learningRate * (bends[1] * u + bends[2] * v);
    if (!(Math.hypot(first, second) < MOST)) break;
    if (step % every === 0) path.push([first, second]);
  }
  return path;
}
