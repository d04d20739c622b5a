import { aboutNaN } from './about-nan';
import { literal } from './literal';
import { Mismatch } from './mismatch';

/**
 * Passes when `got` is a Float64Array as long as `expected`, and each entry within its tolerance.
 * @param name what `got` is, in the plural, where it is not the result itself
 */
export function closeFloat64(
  got: unknown,
  expected: Float64Array,
  tolerance: number | ArrayLike<number>,
  name?: string,
): void {
  const mismatch = (sentence: string) =>
    new Mismatch(sentence, { expected: literal(expected), got: literal(got) });
  if (got === undefined) throw mismatch('Nothing came back. Is a `return` missing?');
  if (got instanceof Promise) throw mismatch('A Promise came back. Is an `await` missing?');
  const beginning = name === undefined ? '' : `${name} differ. `;
  if (!(got instanceof Float64Array)) {
    throw mismatch(`${beginning}A Float64Array should come back: \`Float64Array.from(…)\` makes one.`);
  }
  if (got.length !== expected.length) {
    throw mismatch(`${beginning}There are ${got.length} entries; there should be ${expected.length}.`);
  }
  const allowance = (index: number) => (typeof tolerance === 'number' ? tolerance : tolerance[index]!);
  // Written so that NaN fails, where it is not expected.
  const wrong = expected.findIndex(
    (entry, index) => !(Object.is(got[index], entry) || Math.abs(got[index]! - entry) <= allowance(index)),
  );
  if (wrong === -1) return;
  throw mismatch(`${beginning}Entry ${wrong} is the first that is not right.${aboutNaN(got[wrong])}`);
}

/** Passes when a list that an exercise was given holds what it held before. */
export function unchangedList(input: ArrayLike<number>, before: ArrayLike<number>): void {
  const [now, then] = [Array.from(input), Array.from(before)];
  if (now.length === then.length && then.every((entry, index) => Object.is(now[index], entry))) return;
  throw new Mismatch('The input was overwritten. Put the results into a new array.', {
    expected: `the input still ${literal(then)}`,
    got: literal(now),
  });
}
