import * as Plot from '@observablehq/plot';
import { styleOf } from './arms';
import { LINE, spread } from './end-labels';
import type { Decades } from './logarithmic';
import { colours, FONT_SIZE } from './theme';

/** Between the end of a line and its name. */
const FROM_END = 10;
/** From the top of a plot: the name of an axis may be as long as the plot is wide. */
const BELOW_AXIS_NAME = 18;
/** Of names, which are bold: wide enough for most fonts. */
const LETTER = 0.62 * FONT_SIZE;

/** How a mark of an arm may differ from what is usual. */
interface LineOptions {
  readonly strokeWidth?: number;
  readonly strokeOpacity?: number;
  /** The field that tells several lines apart. */
  readonly z?: string;
}

/** A line in the colour and dashes of an arm. @param x, y names of the points' fields */
export function armLine<Point>(
  points: readonly Point[],
  x: keyof Point & string,
  y: keyof Point & string,
  name: string,
  options: LineOptions = {},
) {
  return Plot.line(points, { x, y, strokeWidth: 2, ...strokeOf(name), ...options });
}

/** A line across the plot, in the colour and dashes of an arm. */
export function armRule(x: number, name: string) {
  return Plot.ruleX([x], { strokeWidth: 1.5, ...strokeOf(name) });
}

/** The symbols of an arm. */
export function armDots<Point>(
  points: readonly Point[],
  x: keyof Point & string,
  y: keyof Point & string,
  name: string,
  r = 3.5,
) {
  const { stroke, symbol, filled } = styleOf(name);
  return Plot.dot(points, {
    x,
    y,
    stroke,
    symbol,
    r,
    strokeWidth: Math.max(1, r / 2),
    fill: filled ? stroke : colours.paper,
  });
}

function strokeOf(name: string) {
  const { stroke, strokeDasharray } = styleOf(name);
  return strokeDasharray === undefined ? { stroke } : { stroke, strokeDasharray };
}

/** To the right of a plot: what the longest of these names needs, each perhaps in lines. */
export function roomForNames(names: readonly string[]): number {
  return 2 * FROM_END + Math.max(0, ...names.map(lengthOf));
}

function lengthOf(name: string): number {
  return Math.ceil(LETTER * Math.max(...name.split('\n').map((line) => line.length)));
}

/**
 * Moves names to the right of other lines that end where they would stand.
 * @param pixels where a line's end lies across the plot
 */
export function besideOthers(ends: readonly ArmEnd[], pixels: (x: number) => number): ArmEnd[] {
  return ends.map((end) => {
    const reach = pixels(end.x) + FROM_END + lengthOf(end.text);
    const near = ends.map(({ x }) => x).filter((x) => pixels(x) < reach);
    return { ...end, x: Math.max(end.x, ...near) };
  });
}

/** Where the line of an arm ends, and what is to stand there. */
export interface ArmEnd {
  readonly name: string;
  readonly text: string;
  readonly x: number;
  /** Undefined where the line has left the picture: then the text stands above the plot. */
  readonly y: number | undefined;
}

/** Names at the ends of lines; those that stand below each other are moved apart. */
export function armEnds(
  ends: readonly ArmEnd[],
  { type, domain }: Decades,
  { top, bottom }: { readonly top: number; readonly bottom: number },
) {
  const scale = Plot.scale({ y: { type, domain, range: [bottom, top] } })!;
  const columns = new Set(ends.map(({ x }) => x));
  const placed = Array.from(columns).flatMap((x) => {
    const column = ends.filter((end) => end.x === x);
    const labels = column.map(({ text, y }) => ({
      text,
      y: y === undefined ? top - LINE : Number(scale.apply(y)),
    }));
    const heights = spread(labels, BELOW_AXIS_NAME, bottom + FONT_SIZE / 2);
    return column.map((end, index) => ({
      ...end,
      height: Number(scale.invert!(heights[index]!)),
      fill: styleOf(end.name).stroke,
    }));
  });
  return Plot.text(placed, {
    x: 'x',
    y: 'height',
    text: 'text',
    fill: 'fill',
    textAnchor: 'start',
    dx: FROM_END,
    fontSize: FONT_SIZE,
    fontWeight: 600,
    stroke: colours.paper,
    strokeWidth: 4,
  });
}
