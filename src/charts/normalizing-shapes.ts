import { centeredAxis, columnAxis, standardAxis } from './axis-names';
import type { Shape } from './shape';

/** The values of a column, and what normalizing makes of them. */
export interface NormalizedColumn {
  /** With its unit in brackets, where it has one. */
  readonly name: string;
  readonly raw: Float32Array;
  readonly centered: Float32Array;
  readonly standardized: Float32Array;
}

/** A column on its way to the common scale: the same shape three times. */
export function normalizingShapes({ name, raw, centered, standardized }: NormalizedColumn): Shape[] {
  return [
    { heading: 'raw', values: raw, axis: columnAxis(name) },
    { heading: 'centered: value − mean', values: centered, axis: centeredAxis(name) },
    { heading: 'standardized: (value − mean) / std', values: standardized, axis: standardAxis },
  ];
}
