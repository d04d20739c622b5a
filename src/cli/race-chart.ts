import plot from 'simple-ascii-chart';
import type { Arm } from '#kit/race';

/** Told apart without colour. */
const marks = ['●', '○', '×', '+'];
const MOST_DECADES = 7;
const MOST_LABELS = 10;

/**
 * Validation losses of all arms over the epochs, on a log scale, with a legend; as lines.
 * @returns none where no arm has a loss to show
 */
export function chartLines(arms: readonly Arm[], width: number): string[] {
  const series = arms.map(({ epochs }) =>
    epochs.flatMap(({ epoch, validLoss }): [number, number][] =>
      validLoss > 0 && validLoss < Infinity ? [[epoch, Math.log10(validLoss)]] : [],
    ),
  );
  const shown = series.filter((line) => line.length > 0);
  if (shown.length === 0) return [];
  const { ticks, rows } = decadesFor(shown.flat().map(([, loss]) => loss));
  const epochs = Math.max(...shown.flat().map(([epoch]) => epoch));
  const labelWidth = Math.max(...ticks.map((tick) => `1e${tick}`.length));
  // Where two arms meet, the mark of the first one stays: it is drawn last.
  const drawn = plot(shown.toReversed(), {
    width: Math.max(20, Math.min(72, width - labelWidth - 10)),
    height: rows,
    yRange: [ticks[0]!, ticks.at(-1)!],
    customYAxisTicks: ticks,
    customXAxisTicks: labelsFor(epochs),
    formatter: (value, { axis }) => (axis === 'y' ? `1e${value}` : value),
    lineFormatter: ({ x, y, plotX, plotY }) => ({ x: plotX, y: plotY, symbol: markOf(series, x, y) }),
    symbols: { axis: { n: '│', e: '─' } },
  });
  const lines = drawn.split('\n').map((line) => line.trimEnd());
  const legend = arms.flatMap(({ name }, index) =>
    series[index]!.length > 0 ? [`${marks[index]} ${name}`] : [],
  );
  return [
    ...lines
      .filter((line, index) => line !== '' && !(index < 2 && line.trim() === '│'))
      .map((line) => ` ${line}`),
    ...broken(legend, width).map((line) => `  ${line.join('   ')}`),
  ];
}

/** Words in as many lines as the width asks for. */
function broken(words: readonly string[], width: number): string[][] {
  const lines: string[][] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const fits = line !== undefined && [...line, word].join('   ').length + 2 <= width;
    if (fits) line.push(word);
    else lines.push([word]);
  }
  return lines;
}

/** Whole powers of ten that hold all losses, and how many rows make them evenly spaced. */
function decadesFor(losses: readonly number[]): { ticks: number[]; rows: number } {
  const low = Math.floor(Math.min(...losses));
  const high = Math.max(Math.ceil(Math.max(...losses)), low + 1);
  const step = Math.ceil((high - low) / MOST_DECADES);
  const count = Math.ceil((high - low) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => low + index * step);
  return { ticks, rows: count * Math.max(1, Math.round(10 / count)) + 1 };
}

function labelsFor(last: number): number[] {
  const step = Math.max(1, Math.ceil((last + 1) / MOST_LABELS));
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step);
}

/** The library does not say which line a point belongs to. */
function markOf(series: readonly (readonly [number, number])[][], x: number, y: number): string {
  const index = series.findIndex((line) => line.some((point) => point[0] === x && point[1] === y));
  return marks[index] ?? '?';
}
