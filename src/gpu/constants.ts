import type { Mistake } from './kernel-error';
import { copyOf, isTable, plainValue, Unfit } from './plain-value';
import type { PlainArgument } from './reading';

/** A kernel's constants: copies, so that nobody can change them behind a compiled kernel. */
export interface Constants {
  readonly names: readonly string[];
  /** Those that are plain numbers with a fraction. */
  readonly fractions: readonly string[];
  readonly values: Readonly<Record<string, PlainArgument>>;
  /** How many values the columns and tables hold together. */
  readonly size: number;
}

const none: Constants = { names: [], fractions: [], values: {}, size: 0 };

/** The constants, or the first that no kernel can take. Columns and tables are not copied yet. */
export function takeConstants(given: unknown): Constants | Mistake {
  if (given === undefined) return none;
  if (typeof given !== 'object' || given === null || Array.isArray(given) || ArrayBuffer.isView(given)) {
    return {
      rule: 'constant',
      words: '`constants` is no object.',
      advice: 'Name each constant: constants: { n: values.length }.',
    };
  }
  const source: Readonly<Record<string, unknown>> = { ...given };
  const values: Record<string, PlainArgument> = {};
  const names: string[] = [];
  const fractions: string[] = [];
  let size = 0;
  for (const name in source) {
    if (!isName(name)) return unreadableName(name);
    const value = plainValue(source[name]);
    if (value instanceof Unfit) return value.mistake(`constants.${name}`);
    if (typeof value !== 'number') size += isTable(value) ? value.data.length : value.length;
    else if (!Number.isInteger(value)) fractions.push(name);
    values[name] = value;
    names.push(name);
  }
  return { names, fractions, values, size };
}

// Names come again and again, and a look into a set is quicker than a pattern.
const goodNames = new Set<string>();

function isName(name: string): boolean {
  if (goodNames.has(name)) return true;
  const good = /^[A-Za-z_$][\w$]*$/.test(name);
  if (good && goodNames.size < 1_000) goodNames.add(name);
  return good;
}

function unreadableName(name: string): Mistake {
  return {
    rule: 'constant',
    words: `The constant ${JSON.stringify(name)} has a name that a kernel cannot read.`,
    advice: 'Use letters and digits, so that this.constants.name works.',
  };
}

export function copyConstants(constants: Constants): Constants {
  if (constants.size === 0) return constants;
  const values: Record<string, PlainArgument> = {};
  for (const [name, value] of Object.entries(constants.values)) values[name] = copyOf(value);
  return { ...constants, values };
}

/** True for the same names with the same contents. The arrays themselves may be others. */
export function sameConstants(a: Constants, b: Constants): boolean {
  if (a === b) return true;
  if (a.names.length !== b.names.length || a.size !== b.size) return false;
  for (const name of a.names) {
    const value = a.values[name];
    const other = b.values[name];
    if (value === undefined || other === undefined || !sameValue(value, other)) return false;
  }
  return true;
}

function sameValue(a: PlainArgument, b: PlainArgument): boolean {
  if (typeof a === 'number' || typeof b === 'number') return Object.is(a, b);
  if (isTable(a)) return isTable(b) && a.columns === b.columns && sameColumn(a.data, b.data);
  return !isTable(b) && sameColumn(a, b);
}

function sameColumn(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) {
    if (!Object.is(a[index], b[index])) return false;
  }
  return true;
}
