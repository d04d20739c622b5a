import * as Plot from '@observablehq/plot';
import { inDigits } from '#kit/words';
import { styleOf } from './arms';
import { panelWidth, picture, type Canvas } from './picture';
import { colours, FONT_SIZE, WIDTH } from './theme';

/** The loss over two parameters of a model, and a path through it. */
export interface LandscapeView {
  /** An arm by name. */
  readonly name: string;
  /** Names of the two parameters with their units. */
  readonly axes: readonly [string, string];
  /** Where the loss is least. */
  readonly best: readonly [number, number];
  readonly learningRate: number;
  /** How many steps lead from one point of the path to the next. */
  readonly every: number;
  readonly path: readonly (readonly [number, number])[];
  /** How many times as steep the steepest direction is as the flattest. */
  readonly condition: number;
  /** The loss at a point. */
  loss(first: number, second: number): number;
}

const margins = { marginTop: 30, marginBottom: 44, marginLeft: 60, marginRight: 12 };
// Each line is a loss twice as high as the one inside it.
const LINES = 9;
/** Samples along a side: enough for smooth lines, and for corners that look like corners. */
const GRID = 48;

/** Landscapes beside each other. A unit is as long across as it is up, so that a bowl that looks round is round. */
export function landscapePicture(
  views: readonly LandscapeView[],
  { document, width = WIDTH }: Canvas,
): SVGSVGElement {
  const wide = panelWidth(width, views.length);
  const panels = views.map((view) => ({
    heading: `${view.name}, ${view.name.endsWith('rate') ? '' : 'rate '}${inDigits(view.learningRate)}`,
    plot: panel(view, wide, document),
  }));
  const found = views.map(({ name, condition, every, path, best, loss }) => {
    const [start, end] = [path[0], path.at(-1)].map((point) => (point === undefined ? NaN : loss(...point)));
    const left =
      end! / start! < 1
        ? `${inDigits((100 * end!) / start!, 2)} % of the loss is left`
        : 'the loss has grown';
    return (
      `${name}: ${bowl(condition)}, deepest at ` +
      `${best.map((value) => coordinate(value, best)).join(' and ')}; after ${count((path.length - 1) * every)} steps ${left}.`
    );
  });
  return picture(document, {
    title: `The loss over two parameters, and the path of descent from 0; ${dots(views[0]?.every ?? 1)}`,
    description: `Lines of equal loss, each twice as high as the one inside it. ${found.join(' ')}`,
    panels,
    width,
  });
}

function panel({ name, axes, best, every, path, loss }: LandscapeView, width: number, document: Document) {
  const { stroke, symbol } = styleOf(name);
  const side = width - margins.marginLeft - margins.marginRight;
  const reach = 1.3 * (Math.max(Math.abs(best[0]), Math.abs(best[1])) || 1);
  const domains = best.map((middle) => [middle - reach, middle + reach] as [number, number]);
  const isInside = (point: readonly [number, number]) =>
    point.every((value, axis) => Math.abs(value - best[axis]!) <= reach);
  const leaving = path.findIndex((point) => !isInside(point));
  const inside = leaving < 0 ? path : path.slice(0, leaving);
  const least = loss(...best);
  const corners = domains[0]!.flatMap((x) => domains[1]!.map((y) => loss(x, y)));
  const height = Math.max(...corners) - least || 1;
  // Along a straight line through the bottom the root grows evenly, so that few samples give smooth lines.
  const root = (above: number) => Math.sqrt(above / height);
  // The start is named on the side that the path does not take, the bottom beyond its end.
  const [across, up] = best.map((value) => (value < 0 ? -1 : 1));
  const label = (text: string, point: readonly [number, number], side: -1 | 1) =>
    Plot.text([point], {
      x: '0',
      y: '1',
      text: [text],
      textAnchor: across! > 0 ? 'start' : 'end',
      dx: 8 * across!,
      dy: 12 * up! * side,
      fontSize: FONT_SIZE,
      stroke: colours.paper,
      strokeWidth: 4,
      fill: colours.truth,
    });
  return Plot.plot({
    document,
    width,
    height: side + margins.marginTop + margins.marginBottom,
    ...margins,
    x: { domain: domains[0]!, label: axes[0], ticks: 3 },
    y: { domain: domains[1]!, label: axes[1], ticks: 3 },
    marks: [
      Plot.contour({
        x1: domains[0]![0],
        x2: domains[0]![1],
        y1: domains[1]![0],
        y2: domains[1]![1],
        width: GRID,
        height: GRID,
        value: (x: number, y: number) => root(loss(x, y) - least),
        thresholds: Array.from({ length: LINES }, (_, index) => Math.SQRT2 ** (index - LINES)),
        fill: 'currentColor',
        fillOpacity: 0.05,
        stroke: 'currentColor',
        strokeOpacity: 0.35,
        strokeWidth: 0.8,
      }),
      Plot.line(inside, { x: '0', y: '1', stroke, strokeWidth: 1.5 }),
      Plot.dot(inside, { x: '0', y: '1', stroke, fill: stroke, r: 2.2, symbol }),
      Plot.dot([best], { symbol: 'plus', r: 6, stroke: colours.truth, strokeWidth: 2 }),
      label('start', [0, 0], 1),
      label('best', best, -1),
      Plot.frame({ strokeOpacity: 0.4 }),
      ...(leaving < 0
        ? []
        : [
            Plot.text([`leaves the picture in step ${count(leaving * every)}`], {
              frameAnchor: 'bottom',
              dy: -6,
              fontSize: FONT_SIZE,
              stroke: colours.paper,
              fill: colours.truth,
            }),
          ]),
    ],
  });
}

function bowl(condition: number): string {
  if (condition < 1.5) return 'an almost round bowl';
  return `a bowl ${inDigits(condition, 3)} times as steep in one direction as in another`;
}

/** What is left of 0 after rounding is no news. */
function coordinate(value: number, all: readonly number[]): string {
  return Math.abs(value) < 1e-5 * Math.max(...all.map(Math.abs)) ? '0' : inDigits(value, 3);
}

function dots(every: number): string {
  return every === 1 ? 'a dot is a step' : `a dot is ${count(every)} steps`;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
