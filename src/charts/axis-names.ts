/*
 * Names of axes, each with its unit.
 */

/** Losses are squares: of the unit in the target's brackets, or of whatever the target is counted in. */
export function lossAxis(which: string, target: string): string {
  const unit = unitOf(target);
  return unit === target ? `${which} (units of ${target}, squared)` : `${which} (${unit}, squared)`;
}

/** What weights count, per unit of their column or per standard deviation of it. */
export function weightAxis(target: string, unit: 'raw' | 'standard', which = 'weights'): string {
  return `${which} (${unitOf(target)} per ${unit === 'raw' ? 'unit' : 'std'})`;
}

export function biasAxis(target: string): string {
  return `bias (${unitOf(target)})`;
}

/** A parameter by number: a column's weight, and the bias after the last one. */
export function parameterAxis(
  parameter: number,
  { columns, target }: { readonly columns: readonly string[]; readonly target: string },
  unit: 'raw' | 'standard',
): string {
  const column = columns[parameter];
  if (column === undefined) return biasAxis(target);
  const name = short(column.replace(/ \([^()]*\)$/, ''), LONGEST_NAME);
  const axis = weightAxis(target, unit, `weight of ${name}`);
  return axis.length <= LONGEST_AXIS ? axis : weightAxis(target, unit, name);
}

export const epochAxis = 'epoch (counted from 0)';
export const stepAxis = 'step (one batch each)';
export const rateAxis = 'learning rate (step per unit of slope)';

const LONGEST_NAME = 16;
/** Of one of two panels beside each other. */
const LONGEST_AXIS = 34;

/** A name that an axis has room for. */
export function short(name: string, longest: number): string {
  return name.length <= longest ? name : `${name.slice(0, longest - 1)}…`;
}

function unitOf(name: string): string {
  return /\(([^()]+)\)\s*$/.exec(name)?.[1] ?? name;
}
