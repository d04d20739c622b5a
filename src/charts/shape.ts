import * as Plot from '@observablehq/plot';
import { inDigits } from '#kit/words';
import { short } from './axis-names';
import { distributionOf } from './distribution';
import { picture, room, type Canvas } from './picture';
import { colours, FONT_SIZE, WIDTH } from './theme';
import { ticksAlong } from './ticks';

/** The same values, before or after a step of normalizing. */
export interface Shape {
  /** What was done: `centered: value − mean`. */
  readonly heading: string;
  readonly values: Float32Array;
  /** Name and unit of the axis. */
  readonly axis: string;
}

const HEIGHT = 146;
const margins = { marginTop: 28, marginBottom: 44, marginLeft: 52, marginRight: 18 };
const LONGEST_TITLE = 30;
/** So many times as high as the tallest bar, so that the mean has a place above the bars. */
const HEADROOM = 1.35;
// More dots than these would be a bar of their own.
const MOST_DOTS = 40;

/** Histograms below each other: the same shape on other axes. A few values are dots as well. */
export function shapePicture(
  { of, shapes }: { readonly of: string; readonly shapes: readonly Shape[] },
  { document, width = WIDTH }: Canvas,
): SVGSVGElement {
  const drawn = shapes.map((shape) => ({ ...shape, ...distributionOf(shape.values) }));
  const panels = drawn.map(({ heading, values, axis, edges, counts, mean }) => {
    const bars = counts.map((count, index) => ({ from: edges[index]!, to: edges[index + 1]!, count }));
    const [low, high] = [edges[0]!, edges.at(-1)!];
    // On the side with more room for words.
    const side = mean > low + 0.6 * (high - low) ? -1 : 1;
    return {
      heading,
      plot: Plot.plot({
        document,
        width: room(width),
        height: HEIGHT,
        ...margins,
        x: {
          domain: [low, high],
          inset: 6,
          label: axis,
          ticks: ticksAlong(room(width) - margins.marginLeft - margins.marginRight, 6),
        },
        y: { label: 'values (count)', ticks: 2, domain: [0, HEADROOM * Math.max(...counts)] },
        marks: [
          Plot.rectY(bars, {
            x1: 'from',
            x2: 'to',
            y: 'count',
            fill: colours.faint,
            fillOpacity: 0.45,
            insetLeft: 1,
          }),
          ...(values.length <= MOST_DOTS
            ? [
                Plot.dot(Array.from(values), {
                  x: (value: number) => value,
                  y: () => 0,
                  r: 4,
                  fill: colours.truth,
                  stroke: colours.paper,
                }),
              ]
            : []),
          Plot.ruleY([0]),
          Plot.ruleX([mean], { stroke: colours.truth, strokeDasharray: '5 3', strokeWidth: 1.5 }),
          Plot.text([mean], {
            x: [mean],
            text: [`mean ${nearZero(mean, edges)}`],
            frameAnchor: 'top',
            textAnchor: side > 0 ? 'start' : 'end',
            dx: 6 * side,
            dy: -4,
            fontSize: FONT_SIZE,
            stroke: colours.paper,
            strokeWidth: 4,
            fill: colours.truth,
          }),
        ],
      }),
    };
  });
  const found = drawn.map(({ heading, edges, mean, standardDeviation }) => {
    const [low, high] = [edges[0]!, edges.at(-1)!].map((edge) => inDigits(edge, 3));
    return `${heading}: from ${low} to ${high}, mean ${nearZero(mean, edges)}, standard deviation ${inDigits(standardDeviation, 3)}.`;
  });
  return picture(document, {
    title: `${short(of, LONGEST_TITLE)}: the same shape, other axes`,
    description: `Histograms below each other. ${found.join(' ')}`,
    panels,
    width,
  });
}

/** What is left of a mean of 0 after rounding is no news. */
function nearZero(mean: number, edges: readonly number[]): string {
  const span = edges.at(-1)! - edges[0]!;
  return Math.abs(mean) < 1e-6 * span ? '0' : inDigits(mean, 3);
}
