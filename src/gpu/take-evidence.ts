import { checkSettings, isMistake } from './check-settings';
import type { Constants } from './constants';
import type { Evidence } from './evidence';
import type { CopiedArgument } from './plain-value';
import type { OutputSize } from './types';

/** Evidence whose parts are what they should be, in an object of our own. What it says may still be false. */
export interface TakenEvidence extends Omit<Evidence, 'constants' | 'output'> {
  readonly constants: Constants;
  readonly output: OutputSize;
}

const longestSource = 20_000;
const mostHelpers = 8;
const mostConstants = 100;
const mostArguments = 50;
const mostValues = 2 ** 24;

/**
 * Takes evidence apart that may be anything: only its own plain fields are looked at, and nothing of it is called.
 * @throws Error where it is not what `Evidence` says, or larger than any lesson's
 */
export function takeEvidence(given: unknown): TakenEvidence {
  let values = 0;
  const numbers = (value: unknown): CopiedArgument => {
    const taken = takeNumbers(value);
    values += typeof taken === 'number' ? 1 : 'data' in taken ? taken.data.length : taken.length;
    demand(values <= mostValues);
    return taken;
  };
  const source = takeSource(field(given, 'source'));
  const helpers = takeRecord(field(given, 'helpers'), mostHelpers, takeSource);
  const constants = takeRecord(field(given, 'constants'), mostConstants, numbers);
  const settings = checkSettings({ output: takeList(field(given, 'output'), 2, takeNumber), constants });
  if (isMistake(settings)) throw new Error(settings.words);
  const [columns, rows = 1] = settings.output;
  const result = takeColumn(field(given, 'result'));
  demand(result instanceof Float32Array && result.length === columns * rows);
  return {
    source,
    helpers,
    constants: settings.constants,
    arguments: takeList(field(given, 'arguments'), mostArguments, numbers),
    output: settings.output,
    result,
  };
}

function demand(truth: boolean): asserts truth {
  if (!truth) throw new Error('no evidence');
}

/** A field that is plainly there: no getter is asked, and nothing is inherited. */
function field(owner: unknown, name: string): unknown {
  demand(typeof owner === 'object' && owner !== null);
  const found = Object.getOwnPropertyDescriptor(owner, name);
  demand(found !== undefined && 'value' in found);
  return found.value;
}

function takeSource(value: unknown): string {
  demand(typeof value === 'string' && value.length <= longestSource);
  return value;
}

function takeNumber(value: unknown): number {
  demand(typeof value === 'number');
  return value;
}

function takeNumbers(value: unknown): CopiedArgument {
  if (typeof value === 'number') return value;
  if (ArrayBuffer.isView(value)) return takeColumn(value);
  const rows = takeNumber(field(value, 'rows'));
  const columns = takeNumber(field(value, 'columns'));
  const data = takeColumn(field(value, 'data'));
  demand(Number.isSafeInteger(rows) && Number.isSafeInteger(columns) && data.length === rows * columns);
  return { rows, columns, data };
}

function takeColumn(value: unknown): Float32Array | Float64Array {
  // Its own class, so that no other `length` stands before the array's.
  const kind: unknown = ArrayBuffer.isView(value) ? Object.getPrototypeOf(value) : undefined;
  demand(value instanceof Float32Array || value instanceof Float64Array);
  demand(kind === Float32Array.prototype || kind === Float64Array.prototype);
  demand(!Object.hasOwn(value, 'length'));
  return value;
}

function takeList<Item>(value: unknown, most: number, take: (item: unknown) => Item): Item[] {
  demand(Array.isArray(value) && value.length <= most);
  return Array.from({ length: value.length }, (_, index) => take(field(value, String(index))));
}

function takeRecord<Item>(
  value: unknown,
  most: number,
  take: (item: unknown) => Item,
): Readonly<Record<string, Item>> {
  demand(typeof value === 'object' && value !== null);
  const names = Object.keys(value);
  demand(names.length <= most && names.every((name) => name.length <= longestSource));
  demand(!names.includes('__proto__'));
  return Object.fromEntries(names.map((name) => [name, take(field(value, name))]));
}
