import * as Plot from '@observablehq/plot';
import { inDigits } from '#kit/words';
import { armLine } from './arm-marks';
import { biasAxis, stepAxis, weightAxis } from './axis-names';
import { panelWidth, picture, type Canvas } from './picture';
import { colours, WIDTH } from './theme';

/** A model at a step of its training. */
export interface TrackedModel {
  readonly step: number;
  readonly weights: ArrayLike<number>;
  readonly bias: number;
}

export interface TrackedArm {
  readonly name: string;
  /** In the picture's unit, whatever the arm was trained in. */
  readonly tracked: readonly TrackedModel[];
}

export interface TrackedArms {
  readonly arms: readonly TrackedArm[];
  /** Whether weights count per unit of their column, or per standard deviation of it. */
  readonly unit: 'raw' | 'standard';
  readonly target: string;
  /** What made the targets, in the same unit, where it is known. */
  readonly truth?: { readonly weights: ArrayLike<number>; readonly bias: number };
  /** Log where most happens in the first steps. */
  readonly steps?: 'linear' | 'log';
  /** The last step, where it is still to come. */
  readonly last?: number;
}

interface Point {
  readonly line: number;
  readonly step: number;
  readonly value: number;
}

const HEIGHTS = { weights: 220, bias: 190 };
const margins = { marginTop: 30, marginBottom: 44, marginLeft: 52, marginRight: 14 };
const headings = { raw: 'in the units of the data', standard: 'per standard deviation' } as const;

/** Weights over the steps, and below them the bias, an arm beside the other on the same axes; true values as lines. */
export function weightsPicture(
  { arms, unit, target, truth, steps = 'linear', last: goal = 0 }: TrackedArms,
  { document, width = WIDTH }: Canvas,
): SVGSVGElement {
  const wide = panelWidth(width, arms.length);
  const first = steps === 'log' ? 1 : 0;
  const last = Math.max(
    first + 1,
    goal,
    ...arms.flatMap(({ tracked }) => tracked.map(({ step }) => step + first)),
  );
  const panels = (['weights', 'bias'] as const).flatMap((part) => {
    const lines = arms.map(({ tracked }) => linesOf(tracked, part, first));
    const truths = truth === undefined ? [] : part === 'bias' ? [truth.bias] : Array.from(truth.weights);
    const domain = extent([...lines.flat().map(({ value }) => value), ...truths]);
    return arms.map(({ name }, index) => {
      const x = Plot.scale({
        x: { type: steps, domain: [first, last], range: [margins.marginLeft, wide - margins.marginRight] },
      })!;
      const plot = Plot.plot({
        document,
        width: wide,
        height: HEIGHTS[part],
        ...margins,
        x: {
          type: steps,
          domain: [first, last],
          label: steps === 'log' ? 'step (counted from 1)' : stepAxis,
          ...ticksFor(steps, last),
        },
        y: { domain, ticks: 5, label: part === 'bias' ? biasAxis(target) : weightAxis(target, unit) },
        marks: [
          Plot.ruleY(truths, { stroke: colours.truth, strokeOpacity: 0.55, strokeDasharray: '2 3' }),
          armLine(
            visible(lines[index]!, (step) => Number(x.apply(step))),
            'step',
            'value',
            name,
            { strokeWidth: 1.5, z: 'line' },
          ),
        ],
      });
      return { heading: name, plot };
    });
  });
  return picture(document, {
    title: `Weights and bias over the steps, ${headings[unit]}${truth === undefined ? '' : '; dotted: the true ones'}`,
    description: described(arms, unit, truth),
    panels,
    width,
  });
}

function linesOf(tracked: readonly TrackedModel[], part: 'weights' | 'bias', first: number): Point[] {
  return tracked
    .flatMap(({ step, weights, bias }) =>
      (part === 'bias' ? [bias] : Array.from(weights)).map((value, line) => ({
        line,
        step: step + first,
        value,
      })),
    )
    .filter(({ value }) => Number.isFinite(value));
}

/** Steps that lie apart on the screen; always the first and the last one. */
function visible(points: readonly Point[], pixel: (step: number) => number): Point[] {
  const end = points.at(-1)?.step;
  const kept = new Set<number>();
  let before = -Infinity;
  for (const { step } of points) {
    if (kept.has(step) || (pixel(step) - before < 1.5 && step !== end)) continue;
    kept.add(step);
    before = pixel(step);
  }
  return points.filter(({ step }) => kept.has(step));
}

function ticksFor(steps: 'linear' | 'log', last: number) {
  if (steps === 'linear') return { ticks: 3 };
  const ticks = [];
  for (let tick = 1; tick <= last; tick *= 10) ticks.push(tick);
  return { ticks, tickFormat: (step: number) => inDigits(step) };
}

/** From the least to the greatest, with 0 in it, since every model could begin there. */
function extent(values: readonly number[]): [number, number] {
  let [low, high] = [0, 0];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  if (low === high) return [0, 1];
  const room = 0.04 * (high - low);
  return [low === 0 ? 0 : low - room, high === 0 ? 0 : high + room];
}

function described(
  arms: readonly TrackedArm[],
  unit: TrackedArms['unit'],
  truth: TrackedArms['truth'],
): string {
  const where = `Two plots for each arm, ${headings[unit]}.`;
  const found = arms.map(({ name, tracked }) => {
    const end = tracked.at(-1);
    if (end === undefined) return '';
    const highest = Math.max(...tracked.map(({ bias }) => bias));
    const weights = Array.from(end.weights, (weight) => inDigits(weight, 3)).join(', ');
    return `${name} ends with the weights ${weights} and the bias ${inDigits(end.bias, 3)}, which was ${inDigits(highest, 3)} at its highest.`;
  });
  const goal =
    truth === undefined
      ? ''
      : ` True are ${Array.from(truth.weights, (weight) => inDigits(weight, 3)).join(', ')} and ${inDigits(truth.bias, 3)}.`;
  return `${where} ${found.join(' ')}${goal}`;
}
