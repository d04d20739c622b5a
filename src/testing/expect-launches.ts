import { Matrix } from '#kit/data';
import type { Launch } from './implementation';
import { literal } from './literal';
import { Mismatch, type MismatchValues } from './mismatch';

const NONE_RAN = 'The numbers should come from a kernel, and none ran.';
const ONLY_COPIES = 'A kernel ran, but it only hands on what it was given. Let its threads do the computing.';
const FROM_ELSEWHERE =
  'A kernel ran, but what came back are other numbers than its own. Return what it computes.';

/**
 * Passes when some kernel computed with exactly this output: `[columns]`, which is `[columns, 1]`, or `[columns, rows]`.
 * @param result what came back, which must be the numbers of one such launch
 */
export function ranAsKernel(launches: readonly Launch[], output: readonly number[], result?: unknown): void {
  const threadsOf = ([columns = 0, rows = 1]: readonly number[]) => `${columns}×${rows}`;
  const [columns = 0, rows] = output;
  const threads = rows === undefined ? `${columns} threads` : `${columns}×${rows} threads`;
  const expected = `a kernel with output: [${output.join(', ')}], so ${threads}`;
  const seen = launches.map((launch) => launch.output.join('×')).join(', ');
  if (launches.length === 0) throw new Mismatch(NONE_RAN, { expected, got: 'no kernel' });
  const fitting = launches.filter((launch) => threadsOf(launch.output) === threadsOf(output));
  if (fitting.length === 0) {
    throw new Mismatch('A kernel ran, but with another output size.', { expected, got: `output ${seen}` });
  }
  mustBeOf(computing(fitting), result);
}

/**
 * Passes when exactly one kernel ran, once, with so many threads, in a line or in lines.
 * @param result what came back: every number in it must be one of the launch's
 */
export function ranInOneLaunch(launches: readonly Launch[], threads: number, result?: unknown): void {
  const [first] = launches;
  if (launches.length !== 1 || first?.threads !== threads) {
    const seen = launches.map((launch) => `${launch.threads} threads`).join(', then ');
    throw new Mismatch(
      launches.length === 0
        ? NONE_RAN
        : launches.length > 1
          ? `This took ${launches.length} launches. One kernel, launched once, can do it all.`
          : 'A kernel ran, but with another number of threads.',
      { expected: `one launch of ${threads} threads`, got: seen === '' ? 'no kernel' : seen },
    );
  }
  const [{ result: own }] = computing([first]);
  const numbers = numbersIn(result);
  if (numbers.every((number) => own.includes(number))) return;
  throw new Mismatch(FROM_ELSEWHERE, {
    expected: `some of what the kernel computed, ${literal(own)}`,
    got: literal(numbers),
  });
}

/** Passes when kernels computed, and no thread read more than `most` values. The launches were watched with `reads`. */
export function readsAtMost(launches: readonly Launch[], most: number): void {
  const wanted = { expected: `at most ${most} reads by a thread` };
  if (launches.length === 0) throw new Mismatch(NONE_RAN, { ...wanted, got: 'no kernel' });
  computing(launches, wanted);
  const reads = Math.max(...launches.map((launch) => launch.reads ?? Infinity));
  if (reads <= most) return;
  const sentence = 'One thread reads too much. Split the rows into blocks, and give each block a thread.';
  throw new Mismatch(sentence, { ...wanted, got: `${reads} reads` });
}

/** How the numbers of a launch are looked at. */
interface Blocks {
  /** How many numbers a line of blocks has, where it is not as many as are looked for. */
  readonly widths?: readonly number[];
  /** So many lines may be left to add up on the host. */
  readonly lines: number;
}

/** Near enough to be known again; whether the numbers are right is for other tests to say. */
const KNOWN_AGAIN = 1e-3;

/**
 * Passes when kernels computed these numbers, each of them in one launch or another.
 * @param what they are, to end a sentence with
 * @param ways the numbers; where there are several ways to compute, any of them will do
 * @param blocks where what a kernel computes may be lines of partial sums
 */
export function computedInKernels(
  launches: readonly Launch[],
  what: string,
  ways: readonly ArrayLike<number>[],
  blocks: Blocks = { lines: 1 },
): void {
  const expected = literal(Float32Array.from(ways[0] ?? []));
  if (launches.length === 0) throw new Mismatch(NONE_RAN, { expected, got: 'no kernel' });
  const own = computing(launches, { expected });
  const isComputed = (numbers: readonly number[]): boolean => {
    const known = own.flatMap(({ result }) =>
      (blocks.widths ?? [numbers.length]).flatMap((width) => addedUp(result, width, blocks.lines)),
    );
    const apart = KNOWN_AGAIN * Math.max(...numbers.map(Math.abs));
    return numbers.every((number) => known.some((each) => Math.abs(each - number) <= apart));
  };
  if (ways.some((way) => isComputed(Array.from(way)))) return;
  const got = own.map(({ result }) => literal(result)).join(' and ');
  throw new Mismatch(`A kernel ran, but it did not compute ${what}.`, { expected, got });
}

/** The lines of a result, added up; nothing where it has no such lines, or too many. */
function addedUp(result: Float32Array, width: number, lines: number): number[] {
  if (result.length % width !== 0 || result.length > lines * width) return [];
  const sums = Array.from({ length: width }, () => 0);
  result.forEach((entry, place) => {
    sums[place % width]! += entry;
  });
  return sums;
}

/** Those that compute. @throws Mismatch where all of them only copy */
function computing(launches: readonly Launch[], values: MismatchValues = {}): [Launch, ...Launch[]] {
  const [first, ...others] = launches.filter(({ copies }) => copies !== true);
  if (first !== undefined) return [first, ...others];
  const got = 'a kernel that returns a value as it is';
  throw new Mismatch(ONLY_COPIES, { expected: 'a kernel that computes', ...values, got });
}

/** @throws Mismatch unless what came back are the numbers of one of these launches */
function mustBeOf(launches: readonly Launch[], result: unknown): void {
  if (result === undefined) return;
  const numbers = numbersIn(result);
  const isIts = ({ result: own }: Launch) =>
    own.length === numbers.length && numbers.every((number, index) => isSame(number, own[index]));
  if (launches.some(isIts)) return;
  const own = launches.map((launch) => literal(launch.result)).join(' or ');
  throw new Mismatch(FROM_ELSEWHERE, { expected: `what the kernel computed, ${own}`, got: literal(result) });
}

/** Two zeros are the same, and NaN is itself. */
function isSame(one: number, other: number | undefined): boolean {
  return one === other || Object.is(one, other);
}

/** All numbers of what came back, in order. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (value instanceof Matrix) return Array.from(value.data);
  if (ArrayBuffer.isView(value)) return Array.from(value as Float32Array);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}
