import * as Plot from '@observablehq/plot';
import type { Matrix } from '#kit/data';
import { inDigits } from '#kit/words';
import { styleOf } from './arms';
import { short, standardAxis } from './axis-names';
import { picture, room, type Canvas } from './picture';
import { colours, WIDTH } from './theme';

/** Where a column lies: from its least to its greatest value. */
export interface Range {
  readonly low: number;
  readonly mean: number;
  readonly high: number;
}

/** A table's columns. @throws RangeError without rows. */
export function rangesOf(x: Matrix): Range[] {
  if (x.rows === 0) throw new RangeError('Ranges need 1 row or more, and got 0.');
  return Array.from({ length: x.columns }, (_, column) => {
    let [low, high, sum] = [Infinity, -Infinity, 0];
    for (let cell = column; cell < x.data.length; cell += x.columns) {
      const value = x.data[cell]!;
      low = Math.min(low, value);
      high = Math.max(high, value);
      sum += value;
    }
    return { low, mean: sum / x.rows, high };
  });
}

export interface Columns {
  readonly names: readonly string[];
  readonly raw: readonly Range[];
  readonly normalized: readonly Range[];
}

const LINE = 20;
const MOST_COLUMNS = 16;
const LONGEST_NAME = 18;
const LETTER = 8;
/** For the name of an axis. */
const NARROWEST = 160;
/** Between a long number of one axis and the first one of the next. */
const LEAST_LEFT = 34;
const margins = { marginTop: 8, marginBottom: 44, marginRight: 28 };

/** All columns of a table on one axis: as they are, and normalized. */
export function columnsPicture(
  { names, raw, normalized }: Columns,
  { document, width = WIDTH }: Canvas,
): SVGSVGElement {
  const shown = names.slice(0, MOST_COLUMNS).map((name) => short(name, LONGEST_NAME));
  const namesWidth = 14 + LETTER * Math.max(...shown.map((name) => name.length));
  const half = (room(width) - namesWidth) / 2;
  // Where there is no room beside each other they stand below each other, each with its names.
  const [plotWidth, second] = half < NARROWEST ? [room(width) - namesWidth, namesWidth] : [half, 0];
  const panel = (ranges: readonly Range[], label: string, name: string, marginLeft: number) => {
    const { stroke, filled } = styleOf(name);
    const rows = ranges.slice(0, MOST_COLUMNS).map((range, index) => ({ ...range, index }));
    const farthest = Math.max(...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
    return Plot.plot({
      document,
      width: plotWidth + marginLeft,
      height: shown.length * LINE + margins.marginTop + margins.marginBottom,
      ...margins,
      marginLeft: Math.max(marginLeft, LEAST_LEFT),
      x: {
        label,
        labelAnchor: 'center',
        labelArrow: 'none',
        ticks: farthest < 1e4 ? 3 : 2,
        nice: true,
        ...(farthest < 1e6 ? {} : { tickFormat: (value: number) => inDigits(value) }),
        grid: true,
      },
      y: {
        type: 'band',
        domain: shown.map((_, index) => index),
        tickFormat: (index: number) => shown[index] ?? '',
        label: null,
        ...(marginLeft === 0 ? { axis: null } : { tickSize: 0 }),
      },
      marks: [
        Plot.barX(rows, {
          x1: 'low',
          x2: 'high',
          y: 'index',
          stroke,
          fill: filled ? stroke : colours.paper,
          fillOpacity: 0.4,
          insetTop: 4,
          insetBottom: 4,
          rx: 3,
        }),
        // What is narrower than a pixel still has a place.
        Plot.tickX(rows, {
          x: 'mean',
          y: 'index',
          stroke: colours.truth,
          strokeWidth: 2,
          insetTop: 2,
          insetBottom: 2,
        }),
      ],
    });
  };
  const more = names.length > shown.length ? `, the first ${shown.length} of ${names.length}` : '';
  const found = shown.map((name, index) => {
    const { low, high } = raw[index]!;
    return `${name} from ${inDigits(low, 3)} to ${inDigits(high, 3)}`;
  });
  const [low, high] = [
    Math.min(...normalized.map((range) => range.low)),
    Math.max(...normalized.map((range) => range.high)),
  ];
  return picture(document, {
    title: `Columns on one axis, least to greatest${more}; the mark is the mean`,
    description: `As they are: ${found.join('; ')}. Normalized, all means are 0 and all values lie between ${inDigits(low, 3)} and ${inDigits(high, 3)}.`,
    panels: [
      { heading: 'as they are', plot: panel(raw, 'value (own unit each)', 'raw', namesWidth) },
      { heading: 'normalized', plot: panel(normalized, standardAxis, 'normalized', second) },
    ],
    width,
  });
}
