import * as Plot from '@observablehq/plot';
import { inDigits } from '#kit/words';
import { armDots, armLine } from './arm-marks';
import { parameterAxis } from './axis-names';
import { lossAt, type Bowl } from './loss-at';
import { panelWidth, picture, type Canvas } from './picture';
import { colours, FONT_SIZE, WIDTH } from './theme';

type Point = readonly [number, number];

/** The loss over two parameters of a model, and a path through it. */
export interface Landscape extends Bowl {
  /** Columns by number, and the bias after the last one. */
  readonly parameters: readonly [number, number];
  /** From the bottom to each side of the picture. */
  readonly reach: number;
  readonly learningRate: number;
  /** How many steps lead from one mark to the next. */
  readonly every: number;
  /** From the start on. */
  readonly marks: readonly Point[];
  /** The way between them. Where it leaves the picture, its last point may lie outside. */
  readonly path: readonly Point[];
  /** The first step that leads out of the picture. */
  readonly leaves?: number;
  /** How many times as steep the steepest direction is as the flattest. */
  readonly condition: number;
}

export interface LandscapeView {
  /** An arm by name. */
  readonly name: string;
  /** What its parameters count. */
  readonly unit: 'raw' | 'standard';
  readonly landscape: Landscape;
}

export interface Landscapes {
  readonly columns: readonly string[];
  readonly target: string;
  readonly views: readonly LandscapeView[];
}

/** Of one of them: it is as high as it is wide. */
const WIDEST = 360;
const margins = { marginTop: 30, marginBottom: 44, marginLeft: 60, marginRight: 12 };
// Each line is a loss twice as high as the one inside it.
const LINES = 9;
/** Samples along a side: enough for smooth lines, and for corners that look like corners. */
const GRID = 48;

/** Landscapes beside each other. A unit is as long across as it is up, so that a bowl that looks round is round. */
export function landscapePicture(
  { columns, target, views }: Landscapes,
  { document, width = WIDTH }: Canvas,
): SVGSVGElement {
  const wide = Math.min(WIDEST, panelWidth(width, views.length));
  const panels = views.map((view) => {
    const { name, unit, landscape } = view;
    const [across, up] = landscape.parameters.map((parameter) =>
      parameterAxis(parameter, { columns, target }, unit),
    );
    return {
      heading: `${name}, ${name.endsWith('rate') ? '' : 'rate '}${inDigits(landscape.learningRate)}`,
      plot: panel(view, { across: across!, up: up! }, { document, width: wide }),
    };
  });
  return picture(document, {
    title: `The loss over two parameters, and the path of descent from 0; ${dots(views)}`,
    description: `Lines of equal loss, each twice as high as the one inside it. ${views.map(described).join(' ')}`,
    panels,
    width,
  });
}

function panel(
  { name, landscape }: LandscapeView,
  axes: { readonly across: string; readonly up: string },
  { document, width }: Required<Canvas>,
) {
  const { best, reach, leaves, marks } = landscape;
  const side = width - margins.marginLeft - margins.marginRight;
  const domains = best.map((middle) => [middle - reach, middle + reach] as [number, number]);
  const way = upToTheEdge(landscape);
  const loss = (x: number, y: number) => lossAt(landscape, x, y);
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
    x: { domain: domains[0]!, label: axes.across, ticks: 3 },
    y: { domain: domains[1]!, label: axes.up, ticks: 3 },
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
      // Paper below the path: the hills around the bowl are dark.
      Plot.line(way, { x: '0', y: '1', stroke: colours.paper, strokeWidth: 4.5 }),
      armLine(way, '0', '1', name),
      armDots(marks, '0', '1', name, 2.5),
      Plot.dot([best], { symbol: 'plus', r: 6, stroke: colours.truth, strokeWidth: 2 }),
      label('start', [0, 0], 1),
      label('best', best, -1),
      Plot.frame({ strokeOpacity: 0.4 }),
      ...(leaves === undefined
        ? []
        : [
            Plot.text([`leaves the picture\nin step ${count(leaves)}`], {
              frameAnchor: 'bottom',
              dy: -6,
              fontSize: FONT_SIZE,
              stroke: colours.paper,
              strokeWidth: 4,
              fill: colours.truth,
            }),
          ]),
    ],
  });
}

/** The path, and where it leads out of the picture only what lies inside. */
function upToTheEdge({ best, reach, path }: Landscape): readonly Point[] {
  const [before, last] = [path.at(-2), path.at(-1)];
  if (before === undefined || last === undefined) return path;
  if (last.every((value, axis) => Math.abs(value - best[axis]!) <= reach)) return path;
  const shares = last.map((value, axis) => {
    const step = value - before[axis]!;
    return step === 0 ? 1 : (best[axis]! + Math.sign(step) * reach - before[axis]!) / step;
  });
  const share = Math.min(...shares);
  const edge: Point = [before[0] + share * (last[0] - before[0]), before[1] + share * (last[1] - before[1])];
  return [...path.slice(0, -1), edge];
}

function described({ name, landscape }: LandscapeView): string {
  const { condition, best, every, marks, leaves } = landscape;
  const [start, end] = [marks[0], marks.at(-1)].map((point) =>
    point === undefined ? NaN : lossAt(landscape, ...point),
  );
  const way =
    leaves === undefined
      ? `after ${count((marks.length - 1) * every)} steps ${inDigits((100 * end!) / start!, 2)} % of the loss is left`
      : `step ${count(leaves)} leaves the picture, and the loss grows`;
  return (
    `${name}: ${bowl(condition)}, deepest at ` +
    `${best.map((value) => coordinate(value, best)).join(' and ')}; ${way}.`
  );
}

function bowl(condition: number): string {
  if (condition < 1.5) return 'an almost round bowl';
  return `a bowl ${inDigits(condition, 3)} times as steep in one direction as in another`;
}

/** What is left of 0 after rounding is no news. */
function coordinate(value: number, all: readonly number[]): string {
  return Math.abs(value) < 1e-5 * Math.max(...all.map(Math.abs)) ? '0' : inDigits(value, 3);
}

function dots(views: readonly LandscapeView[]): string {
  const steps = (every: number) => (every === 1 ? 'a step' : `${count(every)} steps`);
  const each = views.map(({ name, landscape: { every } }) => ({ name, every }));
  if (new Set(each.map(({ every }) => every)).size === 1) return `a dot is ${steps(each[0]!.every)}`;
  return each.map(({ name, every }) => `${name}: a dot is ${steps(every)}`).join(', ');
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
