import * as Plot from '@observablehq/plot';
import { inDigits } from '#kit/words';
import { armDots, armEnds, armLine, armRule, besideOthers, roomForNames } from './arm-marks';
import { styleOf } from './arms';
import { lossAxis, rateAxis } from './axis-names';
import { decadesAround } from './logarithmic';
import { picture, room, type Canvas } from './picture';
import { FONT_SIZE, WIDTH } from './theme';
import { ticksAlong } from './ticks';

/** What a learning-rate finder saw in an arm: one entry for each rate. */
export interface FinderCurve {
  readonly name: string;
  readonly learningRates: ArrayLike<number>;
  readonly losses: ArrayLike<number>;
  readonly smoothed: ArrayLike<number>;
  readonly suggestion: number;
  /** The rate beyond which plain descent runs away, where it is known. */
  readonly limit?: number;
}

export interface Finders {
  readonly arms: readonly FinderCurve[];
  /** What the losses are squares of. */
  readonly target: string;
}

const HEIGHT = 320;
/** Pixels for a power of ten. */
const RATE = 44;
const margins = { marginBottom: 44, marginLeft: 62 };
const TOP = 30;
/** Between the name of the axis and the plot, for each limit. */
const ROW = 17;

/** Losses over rates, both on log axes: each batch a dot, the smoothed loss a line, the suggestion a mark. */
export function finderPicture({ arms, target }: Finders, { document, width = WIDTH }: Canvas): SVGSVGElement {
  const curves = arms.map((arm) => {
    const points = Array.from(arm.learningRates, (rate, index) => ({
      rate,
      loss: arm.losses[index] ?? NaN,
      smoothed: arm.smoothed[index] ?? NaN,
    })).filter(
      ({ rate, loss, smoothed }) => rate > 0 && loss > 0 && smoothed > 0 && loss + smoothed < Infinity,
    );
    return { ...arm, style: styleOf(arm.name), points };
  });
  const points = curves.flatMap(({ points }) => points);
  const suggestions = curves.flatMap(({ name, suggestion, points }) => {
    const distance = ({ rate }: { rate: number }) => Math.abs(Math.log(rate / suggestion));
    const [nearest] = points.toSorted((a, b) => distance(a) - distance(b));
    return nearest === undefined ? [] : [{ name, rate: suggestion, smoothed: nearest.smoothed }];
  });
  const y = decadesAround(points.flatMap(({ loss, smoothed }) => [loss, smoothed]));
  const limits = curves
    .flatMap(({ name, limit, style: { stroke } }) => (limit === undefined ? [] : [{ name, limit, stroke }]))
    .toSorted((a, b) => a.limit - b.limit);
  const marginTop = TOP + ROW * limits.length;
  const height = HEIGHT + ROW * limits.length;
  const marginRight = roomForNames(arms.map(({ name }) => name));
  const wide = room(width) - margins.marginLeft - marginRight;
  const x = decadesAround(
    points.map(({ rate }) => rate),
    ticksAlong(wide, 10, RATE),
  );
  const across = Plot.scale({ x: { type: x.type, domain: x.domain, range: [0, wide] } })!;
  const lineEnds = curves.flatMap(({ name, points }) => {
    const end = points.at(-1);
    return end === undefined ? [] : [{ name, text: name, x: end.rate, y: end.smoothed }];
  });
  const ends = besideOthers(lineEnds, (rate) => Number(across.apply(rate)));
  const plot = Plot.plot({
    document,
    width: room(width),
    height,
    ...margins,
    marginTop,
    marginRight,
    x: { ...x, label: rateAxis },
    y: { ...y, label: lossAxis('batch loss', target), grid: true },
    marks: [
      ...limits.map(({ limit, name }) => armRule(limit, name)),
      ...curves.flatMap(({ name, points }) => [
        armDots(points, 'rate', 'loss', name, 1.6),
        armLine(points, 'rate', 'smoothed', name),
      ]),
      ...suggestions.map((mark) => armDots([mark], 'rate', 'smoothed', mark.name, 6)),
      ...limits.map(({ name, limit, stroke }, index) => {
        const isRight = Number(across.apply(limit)) > wide / 2;
        const words = `${name}: limit ${inDigits(limit, 2)}`;
        return Plot.text([limit], {
          x: [limit],
          text: [isRight ? `${words} ↓` : `↓ ${words}`],
          frameAnchor: 'top',
          textAnchor: isRight ? 'end' : 'start',
          dx: isRight ? 5 : -5,
          dy: -2 - ROW * (index + 1),
          fill: stroke,
          fontSize: FONT_SIZE,
        });
      }),
      armEnds(ends, y, { top: marginTop, bottom: height - margins.marginBottom }),
    ],
  });
  const found = curves
    .map(({ name, suggestion, points, limit }) => {
      const known = limit === undefined ? '' : `, and its limit is ${inDigits(limit, 2)}`;
      return `${name} stops at a rate of ${inDigits(points.at(-1)?.rate ?? NaN, 3)}; the suggestion is ${inDigits(suggestion, 2)}${known}.`;
    })
    .join(' ');
  return picture(document, {
    title: `The rates that the finder tried; the large marks are its suggestions: ${curves
      .map(({ name, suggestion }) => `${name} ${inDigits(suggestion, 2)}`)
      .join(', ')}`,
    description: `Loss of one batch for each learning rate, and the smoothed loss as a line, on log axes. ${found}`,
    panels: [{ plot }],
    width,
  });
}
