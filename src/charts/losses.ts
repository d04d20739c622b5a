import * as Plot from '@observablehq/plot';
import { inDigits } from '#kit/words';
import { armDots, armEnds, armLine, roomForNames } from './arm-marks';
import { inLines } from './arms';
import { epochAxis, lossAxis } from './axis-names';
import { decadesAround } from './logarithmic';
import { picture, room, type Canvas } from './picture';
import { colours, FONT_SIZE, WIDTH } from './theme';
import { ticksAlong } from './ticks';

export interface LossCurve {
  readonly name: string;
  readonly epochs: readonly LossPoint[];
  /** Of the batches on the way, where somebody looks on: a thin line. */
  readonly batches?: readonly BatchPoint[];
}

export interface BatchPoint {
  /** Where in the training, in epochs: −1 is its start, and 0 the end of the first one. */
  readonly epoch: number;
  readonly loss: number;
}

export interface LossPoint {
  /** Counts from 0. */
  readonly epoch: number;
  /** On the validation rows; may be NaN or infinite. */
  readonly validLoss: number;
}

export interface Losses {
  /** By name. */
  readonly arms: readonly LossCurve[];
  /** What the losses are squares of, with its unit in brackets where it has one. */
  readonly target: string;
  /** What the article printed, where the arms may be put beside it. */
  readonly article?: Readonly<Record<string, readonly LossPoint[]>>;
  /** The last epoch, where it is still to come. */
  readonly last?: number;
}

const HEIGHT = 340;
/** Pixels for the number of an epoch. */
const EPOCH = 28;
const margins = { marginBottom: 44, marginLeft: 62 };
/** Above the plot: the name of its axis, and below that what overflows, where something does. */
const TOP = { plain: 30, overflow: 46 };
// An arm that overflows runs through all of float32 before it does. So much of it is shown.
const TALLEST = 1e3;

/** Validation loss by epoch, on a log axis, each arm with its name at the end of its line. */
export function lossesPicture(
  { arms, target, article = {}, last: goal = 0 }: Losses,
  { document, width = WIDTH }: Canvas,
): SVGSVGElement {
  const printed = Object.values(article).flat();
  const highest = Math.max(
    ...arms.filter(holds).flatMap(({ epochs }) => epochs.map(({ validLoss }) => validLoss)),
    ...printed.map(({ validLoss }) => validLoss),
  );
  // Whoever looks on has been shown batches as far as they matter.
  const seen = arms.flatMap(({ batches = [] }) => batches.map(({ loss }) => loss)).filter(Number.isFinite);
  const limit = Number.isFinite(highest) ? Math.max(highest * TALLEST, ...seen) : Infinity;
  const curves = arms.map((arm) => ({
    ...arm,
    shown: arm.epochs.filter(({ validLoss }) => validLoss > 0 && validLoss <= limit),
    thin: (arm.batches ?? []).filter(({ loss }) => loss > 0 && loss <= limit),
  }));
  const isWatched = arms.some(({ batches }) => batches !== undefined);
  const all = [...curves.flatMap(({ shown }) => shown), ...printed];
  const y = decadesAround([
    ...all.map(({ validLoss }) => validLoss),
    ...curves.flatMap(({ thin }) => thin.map(({ loss }) => loss)),
  ]);
  const last = Math.max(1, goal, ...arms.flatMap(({ epochs }) => epochs.map(({ epoch }) => epoch)));

  const ends = curves.map(({ name, shown, thin, ...arm }) => ({
    name,
    text: inLines(name) + (overflows(arm) ? '\noverflows ↑' : ''),
    x: last,
    y: overflows(arm) ? undefined : (shown.at(-1)?.validLoss ?? thin.at(-1)?.loss),
  }));
  const marginTop = arms.some(overflows) ? TOP.overflow : TOP.plain;
  const marginRight = roomForNames(ends.map(({ text }) => text));
  const plot = Plot.plot({
    document,
    width: room(width),
    height: HEIGHT,
    ...margins,
    marginTop,
    marginRight,
    x: {
      label: epochAxis,
      domain: [isWatched ? -1 : 0, last],
      ticks: wholeNumbers(last, ticksAlong(room(width) - margins.marginLeft - marginRight, 11, EPOCH)),
      tickFormat: String,
    },
    y: { ...y, label: lossAxis('validation loss', target), grid: true },
    marks: [
      ...curves.flatMap(({ name, shown, thin }) => [
        armLine(thin, 'epoch', 'loss', name, { strokeWidth: 1, strokeOpacity: 0.6 }),
        armLine(shown, 'epoch', 'validLoss', name),
        armDots(shown, 'epoch', 'validLoss', name),
      ]),
      ...(printed.length === 0
        ? []
        : [
            Plot.dot(printed, {
              x: 'epoch',
              y: 'validLoss',
              symbol: 'times',
              r: 5,
              stroke: colours.truth,
              strokeWidth: 2,
            }),
          ]),
      ...(arms.length > 0 && arms.every(overflows)
        ? [
            Plot.text(['No loss to draw: each left what float32 can hold.'], {
              frameAnchor: 'middle',
              lineWidth: 14,
              fontSize: FONT_SIZE,
              fill: colours.truth,
            }),
          ]
        : []),
      armEnds(ends, y, { top: marginTop, bottom: HEIGHT - margins.marginBottom }),
    ],
  });
  return picture(document, {
    title: `Validation loss by epoch${isWatched ? ', and thin the loss of the batches' : ''}${printed.length === 0 ? '' : ' (× is what the article printed)'}`,
    description: described(arms, printed.length > 0),
    panels: [{ plot }],
    width,
  });
}

function holds({ epochs }: Pick<LossCurve, 'epochs'>): boolean {
  return epochs.length > 0 && epochs.every(({ validLoss }) => Number.isFinite(validLoss));
}

/** An arm that has only begun has not. */
function overflows(arm: Pick<LossCurve, 'epochs' | 'batches'>): boolean {
  return !holds(arm) && (arm.epochs.length > 0 || arm.batches === undefined);
}

function described(arms: readonly LossCurve[], compared: boolean): string {
  const sentences = arms.map((arm) => {
    const [first, end] = [arm.epochs[0]?.validLoss ?? NaN, arm.epochs.at(-1)?.validLoss ?? NaN];
    if (holds(arm)) return `${arm.name} goes from ${inDigits(first, 3)} to ${inDigits(end, 3)}.`;
    return overflows(arm) ? `${arm.name} overflows.` : `${arm.name} has begun.`;
  });
  const crosses = compared ? ' Crosses mark what the article printed for normalized and raw.' : '';
  return `On a log axis, after each epoch: ${sentences.join(' ')}${crosses}`;
}

/** From 0, and not more than so many of them. */
function wholeNumbers(last: number, most: number): number[] {
  const step = Math.max(1, Math.ceil((last + 1) / most));
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step);
}
