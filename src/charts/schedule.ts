import * as Plot from '@observablehq/plot';
import { inDigits } from '#kit/words';
import { rateAxis, stepAxis } from './axis-names';
import { picture, room, type Canvas } from './picture';
import { colours, FONT_SIZE, WIDTH } from './theme';

/** Rate and momentum at a step. */
export interface ScheduledStep {
  readonly step: number;
  readonly learningRate: number;
  readonly momentum: number;
}

const HEIGHT = 184;
const margins = { marginTop: 30, marginBottom: 44, marginLeft: 62, marginRight: 24 };
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
  // Where the curve is not: it turns back at its turn, and is level at both ends.
  const beside = (step: ScheduledStep, y: 'learningRate' | 'momentum') => {
    const inward = y === 'learningRate' ? -1 : 1;
    if (step === first) return { textAnchor: 'start' as const, dx: 56, dy: inward < 0 ? -10 : 0 };
    if (step === last) return { textAnchor: 'end' as const, dy: 15 * inward };
    return { dy: -16 * inward };
  };
  const panel = (y: 'learningRate' | 'momentum', name: string, turn: ScheduledStep) =>
    Plot.plot({
      document,
      width: room(width),
      height: HEIGHT,
      ...margins,
      x: { label: stepAxis, domain: [0, last.step], ticks: 5 },
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
        Plot.dot([first, turn, last], { x: 'step', y, r: 4, fill: colours.truth }),
        ...[first, turn, last].map((step) =>
          Plot.text([step], {
            x: 'step',
            y,
            text: [`${step === first ? 'from ' : step === last ? 'to ' : ''}${inDigits(step[y], 2)}`],
            fontSize: FONT_SIZE,
            stroke: colours.paper,
            strokeWidth: 4,
            fill: colours.truth,
            ...beside(step, y),
          }),
        ),
      ],
    });
  const rates = [first, peak, last].map(({ learningRate }) => inDigits(learningRate, 2));
  const momentums = [first, least, last].map(({ momentum }) => inDigits(momentum, 2));
  return picture(document, {
    title: 'One cycle: the rate climbs and falls, the momentum does the opposite',
    description:
      `Over ${(last.step + 1).toLocaleString('en-US')} steps the learning rate goes from ${rates[0]} to ${rates[1]} at step ` +
      `${peak.step.toLocaleString('en-US')}, and down to ${rates[2]}; the momentum from ${momentums[0]} to ${momentums[1]} and back to ${momentums[2]}.`,
    panels: [
      { plot: panel('learningRate', rateAxis, peak) },
      { plot: panel('momentum', 'momentum (share kept of the average)', least) },
    ],
    width,
  });
}
