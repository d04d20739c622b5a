/*
 * Names of axes, each with its unit.
 */

/** Losses are squares: of the unit in the target's brackets, or of whatever the target is counted in. */
export function lossAxis(which: string, target: string): string {
  const unit = unitOf(target);
  return unit === target ? `${which} (units of ${target}, squared)` : `${which} (${unit}, squared)`;
}

/** What weights count, per unit of their column or per standard deviation of it. @param column where there is one */
export function weightAxis(
  target: string,
  unit: 'raw' | 'standard',
  { which = 'weights', column = '' } = {},
): string {
  return `${which} (${unitOf(target)} per ${unit === 'raw' ? (ownUnit(column) ?? 'unit') : 'std'})`;
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
  const name = short(nameOf(column), LONGEST_NAME);
  const axis = weightAxis(target, unit, { which: `weight of ${name}`, column });
  return axis.length <= LONGEST_AXIS ? axis : weightAxis(target, unit, { which: name, column });
}

/** Values of a column, in its own unit. */
export function columnAxis(column: string): string {
  return `${short(nameOf(column), LONGEST_COLUMN)} (${ownUnit(column) ?? 'no unit'})`;
}

/** How far they lie from their mean. */
export function centeredAxis(column: string): string {
  return `${short(nameOf(column), LONGEST_COLUMN)} − mean (${ownUnit(column) ?? 'no unit'})`;
}

export const standardAxis = 'z (standard deviations)';

export const epochAxis = 'epoch (counted from 0)';
export const stepAxis = 'step (one batch each)';
export const rateAxis = 'learning rate (step per unit of slope)';

const LONGEST_NAME = 16;
/** Where a name has the whole width. */
const LONGEST_COLUMN = 30;
/** Of one of two panels beside each other. */
const LONGEST_AXIS = 34;

/** A name that an axis has room for. */
export function short(name: string, longest: number): string {
  return name.length <= longest ? name : `${name.slice(0, longest - 1)}…`;
}

/** Without the unit in brackets. */
function nameOf(column: string): string {
  return column.replace(/ \([^()]*\)\s*$/, '');
}

/** What stands in brackets behind a name; `19__` is a form to fill in, and no unit. */
function ownUnit(name: string): string | undefined {
  return /\(([^()_]+)\)\s*$/.exec(name)?.[1];
}

/** Something without a unit of its own is counted in itself. */
function unitOf(name: string): string {
  return ownUnit(name) ?? name;
}
