import { Matrix } from '#kit/data';
import { copyOfData } from './copy-of-data';
import { literal } from './literal';
import { Mismatch } from './mismatch';

/** What a test says where an exercise has changed the data that it was given. */
export function overwritten(before: unknown, now: unknown): Mismatch {
  return new Mismatch('The input was overwritten. Put the results into a new array.', {
    expected: `the input still ${literal(before)}`,
    got: literal(now),
  });
}

/** Sees to it that the functions of one implementation leave their inputs as they are. */
export class Inputs {
  /** What the functions made themselves they may go on changing, also where it is handed back to them. */
  private readonly theirs = new WeakSet<object>();

  /**
   * Calls a function, and looks at its inputs afterwards: who computes the right answer from them later would
   * otherwise compute it from what the function left of them.
   * @throws Mismatch when one is not what it was
   */
  async guard<Result>(args: readonly unknown[], call: () => Promise<Result>): Promise<Result> {
    const watched = args.flatMap((arg) => dataIn(arg)).filter((data) => !this.theirs.has(data));
    const before = watched.map((data) => copyOfData(data));
    const result = await call();
    watched.forEach((data, index) => {
      if (!isSame(data, before[index]!)) throw overwritten(before[index], data);
    });
    for (const data of dataIn(result)) this.theirs.add(data);
    return result;
  }
}

type Data = Matrix | Float32Array | readonly number[];

/** How deep inputs and results are nested. */
const DEEPEST = 3;

/** The columns, tables and lists of numbers in a value. */
function dataIn(value: unknown, deep = DEEPEST): Data[] {
  if (typeof value !== 'object' || value === null) return [];
  if (value instanceof Matrix) return [value];
  if (ArrayBuffer.isView(value)) return value instanceof DataView ? [] : [value as Float32Array];
  if (Array.isArray(value) && value.every((each) => typeof each === 'number')) return [value];
  return deep === 0 ? [] : Object.values(value).flatMap((each) => dataIn(each, deep - 1));
}

function isSame(now: Data, before: Data): boolean {
  const [left, right] = [numbersOf(now), numbersOf(before)];
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) if (!Object.is(left[index], right[index])) return false;
  return !(now instanceof Matrix && before instanceof Matrix) || now.rows === before.rows;
}

const numbersOf = (data: Data) => (data instanceof Matrix ? data.data : data);
