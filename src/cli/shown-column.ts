import type { NormalizedColumn } from '#kit/charts';
import type { Matrix } from '#kit/data';
import type { Calls, RaceResult } from '#kit/race';

/** What a report asks for beside the functions of the race: the race itself never only centers. */
export interface ColumnFunctions {
  center(values: Float32Array, mean: number): Promise<Float32Array>;
}

export const columnCalls: Calls<ColumnFunctions> = {
  center: (shelf) => shelf.center(Float32Array.of(1, 3), 2),
};

/** The first column of the training rows, as it is, and normalized by the shelf's own functions. */
export async function shownColumn(
  { data, prepared: { raw, normalized, standardizer } }: RaceResult,
  { center }: ColumnFunctions,
): Promise<NormalizedColumn> {
  const values = firstColumn(raw.train.x);
  return {
    name: data.columns[0] ?? '',
    raw: values,
    centered: await center(values, standardizer.means[0] ?? 0),
    standardized: firstColumn(normalized.train.x),
  };
}

function firstColumn(x: Matrix): Float32Array {
  return Float32Array.from({ length: x.rows }, (_, row) => x.at(row, 0));
}
