import { Matrix } from '#kit/data';
import { shortestFloat32 } from './literal';

/** One place of a column or a table, as it should be and as it is. */
export interface ComparedCell {
  readonly expected: string;
  readonly got: string;
  readonly wrong: boolean;
}

export interface ComparedRow {
  /** Its number; '…' stands for rows that are left out, and has no cells. */
  readonly label: string;
  readonly cells: readonly ComparedCell[];
}

/** A column, or a table, beside what it should have been: plain data, cut to what fits on a page. */
export interface Comparison {
  /** Numbers of the columns of a table, with '…' for those that are left out; empty for a column. */
  readonly columns: readonly string[];
  readonly rows: readonly ComparedRow[];
}

const MOST_ENTRIES = 12;
const MOST_ROWS = 8;
const MOST_COLUMNS = 6;

/**
 * @param got of the size of `expected`
 * @param isWrong by its index in the data
 */
export function comparisonOf(
  expected: Float32Array | Matrix,
  got: ArrayLike<number>,
  isWrong: (index: number) => boolean,
): Comparison {
  const entries = expected instanceof Matrix ? expected.data : expected;
  const width = expected instanceof Matrix ? expected.columns : 1;
  const height = entries.length / width;
  const first = entries.findIndex((_, index) => isWrong(index));
  const columns = shown(width, MOST_COLUMNS, first % width);
  const rows = shown(
    height,
    expected instanceof Matrix ? MOST_ROWS : MOST_ENTRIES,
    Math.floor(first / width),
  );
  const cell = (index: number): ComparedCell => ({
    expected: shortestFloat32(entries[index]!),
    got: shortestFloat32(got[index]!),
    wrong: isWrong(index),
  });
  const gap: ComparedCell = { expected: '…', got: '…', wrong: false };
  return {
    columns: expected instanceof Matrix ? columns.map(labelOf) : [],
    rows: rows.map((row) => ({
      label: labelOf(row),
      cells:
        row === undefined
          ? []
          : columns.map((column) => (column === undefined ? gap : cell(row * width + column))),
    })),
  };
}

function labelOf(place: number | undefined): string {
  return place === undefined ? '…' : `${place}`;
}

/** At most so many of the numbers below `count`: the ends and what surrounds `centre`; undefined for a gap. */
function shown(count: number, most: number, centre: number): (number | undefined)[] {
  const every = Array.from({ length: count }, (_, index) => index);
  if (count <= most) return every;
  const [before, after] = [Math.ceil(most / 4), Math.ceil(most / 4) - 1];
  const near = (index: number) =>
    index < before || index >= count - 1 || (index >= centre - 1 && index <= centre + after);
  const kept = every.filter(near);
  return kept.flatMap((index, place) =>
    place > 0 && index > kept[place - 1]! + 1 ? [undefined, index] : [index],
  );
}
