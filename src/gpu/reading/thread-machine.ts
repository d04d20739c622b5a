import type { KernelMistake, PlainArgument, PlainLaunch, ThreadPlace } from './kernel-reading';
import { ofInput } from './rounding';

/** An array, or a number, as one launch hands it over. */
export interface View {
  readonly name: string;
  /** 0 a number, 1 a column, 2 a table. */
  readonly dimensions: 0 | 1 | 2;
  readonly data: ArrayLike<number>;
  readonly rows: number;
  readonly columns: number;
  /** Whether every value is a float32 already. */
  readonly exact: boolean;
  /** The number, where it is one. */
  readonly value: number;
}

const nothing: ArrayLike<number> = [];

/** Prepares an argument or a constant for reading; undefined stands for one that was not given. */
export function viewOf(name: string, given: PlainArgument | undefined): View {
  if (given === undefined || typeof given === 'number') {
    const value = given ?? NaN;
    return { name, dimensions: 0, data: nothing, rows: 0, columns: 0, exact: true, value };
  }
  if ('data' in given) {
    const { data, rows, columns } = given;
    return { name, dimensions: 2, data, rows, columns, exact: data instanceof Float32Array, value: NaN };
  }
  const exact = given instanceof Float32Array;
  return { name, dimensions: 1, data: given, rows: 1, columns: given.length, exact, value: NaN };
}

/** Thrown where a thread cannot be followed further. */
export class CannotFollow extends Error {}

/** Thrown where a thread loops beyond the limit. */
export class TooManyRounds extends CannotFollow {}

/** What running code holds: variables, each with its rounding bound, and what was noticed on the way. */
export class Machine {
  /** The bound of the expression that was evaluated last. */
  bound = NaN;
  /** Whether rounding could not have turned the condition that was evaluated last. */
  sure = true;
  /** Whether rounding may have decided which way the thread went. */
  lost = false;
  reads = 0;
  rounds = 0;
  /** Rounds of loops and calls of helpers, those in branches that were only tried included. */
  steps = 0;
  result = NaN;
  resultBound = NaN;
  outside: KernelMistake | undefined = undefined;
  /** Whether whole numbers left 32 bits. */
  wrapped = false;
  arguments: readonly View[] = [];
  constants: readonly View[] = [];
  output: readonly number[] = [];
  thread: ThreadPlace = { x: 0, y: 0, z: 0 };
  readonly values: Float64Array;
  readonly bounds: Float64Array;

  constructor(
    slots: number,
    readonly roundLimit: number,
  ) {
    this.values = new Float64Array(slots);
    this.bounds = new Float64Array(slots);
  }

  start(launch: PlainLaunch, thread: ThreadPlace): void {
    this.bound = 0;
    this.sure = true;
    this.lost = false;
    this.reads = 0;
    this.rounds = 0;
    this.steps = 0;
    this.result = NaN;
    this.resultBound = Infinity;
    this.outside = undefined;
    this.wrapped = false;
    this.output = launch.output;
    this.thread = thread;
  }

  /** Helpers that call helpers take as long as a loop does, without one. */
  step(): void {
    this.steps += 1;
    if (this.steps > 4 * this.roundLimit) throw new CannotFollow('takes too many steps');
  }

  round(): void {
    this.step();
    this.rounds += 1;
    if (this.rounds > this.roundLimit) {
      throw new TooManyRounds(`stopped after ${this.roundLimit.toLocaleString('en-US')} rounds`);
    }
  }

  /** The bound of a whole number that may be computed in 32 bits, which wrap around; `surely` notes it. */
  wholeBound(value: number, bound: number, surely: boolean): number {
    if (Math.abs(value) < 2 ** 31) return bound;
    if (surely) this.wrapped = true;
    return Infinity;
  }

  /** Notes a condition's outcome; rounding may have decided it unless it is sure. */
  take(outcome: boolean): boolean {
    if (!this.sure) this.lost = true;
    return outcome;
  }

  /** The value of a column's entry. */
  readColumn(view: View, index: number, place: ReadPlace): number {
    this.reads += 1;
    const isUnsure = this.bound !== 0;
    if (view.dimensions === 1 && index >= 0 && index < view.columns && Math.floor(index) === index) {
      const value = view.data[index] as number;
      this.bound = isUnsure ? Infinity : view.exact ? 0 : ofInput(value);
      return value;
    }
    return this.noteOutside(view, place, [index]);
  }

  /** The value of a table's cell. */
  readTable(view: View, row: number, column: number, isUnsure: boolean, place: ReadPlace): number {
    this.reads += 1;
    if (
      view.dimensions === 2 &&
      row >= 0 &&
      row < view.rows &&
      Math.floor(row) === row &&
      column >= 0 &&
      column < view.columns &&
      Math.floor(column) === column
    ) {
      const value = view.data[row * view.columns + column] as number;
      this.bound = isUnsure ? Infinity : view.exact ? 0 : ofInput(value);
      return value;
    }
    return this.noteOutside(view, place, [row, column]);
  }

  noteOutside(
    view: Pick<View, 'name' | 'dimensions' | 'rows' | 'columns'>,
    place: ReadPlace,
    at: number[],
  ): number {
    this.bound = Infinity;
    this.outside ??= describeOutside(view, place, at, this.thread, this.output);
    return NaN;
  }
}

/** Where in the source a read stands. */
export interface ReadPlace {
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly helper: string | undefined;
}

function describeOutside(
  view: Pick<View, 'name' | 'dimensions' | 'rows' | 'columns'>,
  place: ReadPlace,
  at: readonly number[],
  thread: ThreadPlace,
  output: readonly number[],
): KernelMistake {
  const [what, advice] = outsideWords(view, at);
  const helper = place.helper === undefined ? {} : { helper: place.helper };
  const words = `In ${threadName(thread, output)}, \`${place.code}\` ${what}`;
  return { rule: 'outside-read', words, advice, start: place.start, end: place.end, ...helper };
}

function threadName(thread: ThreadPlace, output: readonly number[]): string {
  if (output.length <= 1) return `thread ${thread.x}`;
  const depth = output.length > 2 ? `, z = ${thread.z}` : '';
  return `thread x = ${thread.x}, y = ${thread.y}${depth}`;
}

function outsideWords(
  view: Pick<View, 'name' | 'dimensions' | 'rows' | 'columns'>,
  at: readonly number[],
): [what: string, advice: string] {
  const { name, dimensions, rows, columns } = view;
  if (dimensions === 0) {
    return [
      `looks into \`${name}\`, but \`${name}\` is a number.`,
      `Hand over an array for \`${name}\`, or write ${name} without subscripts.`,
    ];
  }
  if (dimensions === 1 && at.length === 2) {
    return [`looks for a row and a column, but \`${name}\` is a single column.`, `Write ${name}[i].`];
  }
  if (dimensions === 2 && at.length === 1) {
    return [`picks a whole row of the table \`${name}\`, not a number.`, `Write ${name}[row][column].`];
  }
  const parts =
    dimensions === 1
      ? [wrongPart('entry', 'entries', at[0] ?? NaN, columns, name)]
      : [
          wrongPart('row', 'rows', at[0] ?? NaN, rows, name),
          wrongPart('column', 'columns', at[1] ?? NaN, columns, name),
        ];
  return parts.find((each) => each !== undefined) ?? ['reads outside.', 'Check the index.'];
}

function wrongPart(
  one: string,
  many: string,
  index: number,
  count: number,
  name: string,
): [what: string, advice: string] | undefined {
  if (!Number.isInteger(index)) {
    const shown = Number.isNaN(index) ? 'not a number' : String(index);
    return [
      `asks for ${one} ${shown} of \`${name}\`; ${many} are counted in whole numbers.`,
      'Use Math.floor, in a variable of its own, before the read.',
    ];
  }
  if (index >= 0 && index < count) return undefined;
  const range =
    count === 0 ? `no ${many}` : count === 1 ? `1 ${one} (number 0)` : `${count} ${many} (0 to ${count - 1})`;
  return [
    `reads ${one} ${index} of \`${name}\`, which has ${range}.`,
    index < 0
      ? 'Treat the first ones by themselves, or let the loop begin later.'
      : 'Let the index stop earlier, or check the output size.',
  ];
}
