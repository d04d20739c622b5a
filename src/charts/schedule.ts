import * as Plot from '@observablehq/plot';
import { inDigits } from '#kit/words';
import { rateAxis, stepAxis } from './axis-names';
import { picture, room, type Canvas } from './picture';
import { colours, FONT_SIZE, WIDTH } from './theme';
import { ticksAlong } from './ticks';

/** Rate and momentum at a step. */
export interface ScheduledStep {
  readonly step: number;
  readonly learningRate: number;
  readonly momentum: number;
}

const HEIGHT = 184;
const margins = { marginTop: 30, marginBottom: 44, marginLeft: 62 };
/** Between a point and its label. */
const BESIDE = 10;
const LETTER = 0.6 * FONT_SIZE;
/** Where the curve is not, for its start, its turn and its end: it leaves the turn slowly, and rests at its end. */
const besides = {
  learningRate: [{ dx: 56, dy: -10 }, { dx: -4, dy: 16 }, { dx: BESIDE }],
  momentum: [{ dx: 56 }, { dx: -4, dy: -16 }, { dx: BESIDE }],
} as const;
type Track = keyof typeof besides;
// As many as there are pixels across.
const MOST_POINTS = 240;

/** The one-cycle schedule: the learning rate over the steps, and below it the momentum. */
export function schedulePicture(
  steps: readonly ScheduledStep[],
  { document, width = WIDTH }: Canvas,
): SVGSVGElement {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) {
    throw new RangeError('The picture of a schedule needs a step, and got none.');
  }
  const every = Math.max(1, Math.ceil(steps.length / MOST_POINTS));
  const shown = steps.filter((step, index) => index % every === 0 || step === last);
  const peak = steps.reduce((best, step) => (step.learningRate > best.learningRate ? step : best));
  const least = steps.reduce((best, step) => (step.momentum < best.momentum ? step : best));
  const moments = { learningRate: [first, peak, last], momentum: [first, least, last] } as const;
  const numbers = (y: Track) => moments[y].map((step) => inDigits(step[y], 2));
  const rates = numbers('learningRate');
  const momentums = numbers('momentum');
  const ends = [rates, momentums].map((values) => values.at(-1)?.length ?? 0);
  const marginRight = 2 * BESIDE + Math.ceil(LETTER * Math.max(...ends));
  const panel = (y: Track, name: string) =>
    Plot.plot({
      document,
      width: room(width),
      height: HEIGHT,
      ...margins,
      marginRight,
      x: {
        label: stepAxis,
        domain: [0, last.step],
        ticks: ticksAlong(room(width) - margins.marginLeft - marginRight, 6),
      },
      y: {
        label: name,
        grid: true,
        ticks: 3,
        nice: true,
        ...(y === 'learningRate' ? { zero: true } : { inset: 8 }),
      },
      marks: [
        Plot.line(shown, {
          x: 'step',
          y,
          stroke: colours.truth,
          strokeWidth: 2.5,
          ...(y === 'momentum' ? { strokeDasharray: '7 4' } : {}),
        }),
        Plot.dot(moments[y], { x: 'step', y, r: 4, fill: colours.truth }),
        ...numbers(y).map((number, index) =>
          Plot.text(moments[y].slice(index, index + 1), {
            x: 'step',
            y,
            text: [index === 0 ? `from ${number}` : number],
            textAnchor: 'start',
            fontSize: FONT_SIZE,
            stroke: colours.paper,
            strokeWidth: 4,
            fill: colours.truth,
            ...besides[y][index],
          }),
        ),
      ],
    });
  return picture(document, {
    title: 'One cycle: the rate climbs and falls, the momentum does the opposite',
    description:
      `Over ${(last.step + 1).toLocaleString('en-US')} steps the learning rate goes from ${rates[0]} to ${rates[1]} at step ` +
      `${peak.step.toLocaleString('en-US')}, and down to ${rates[2]}; the momentum from ${momentums[0]} to ${momentums[1]} and back to ${momentums[2]}.`,
    panels: [
      { plot: panel('learningRate', rateAxis) },
      { plot: panel('momentum', 'momentum (share kept of the average)') },
    ],
    width,
  });
}
