import { literal } from './literal';
import { Mismatch } from './mismatch';

/** How many entries of a list are looked at: who forgets an `await` forgets it for all. */
const LOOKED_AT = 16;

/** How deep results are nested. */
const DEEPEST = 3;

/** Hands a result on. @throws Mismatch where some part of it is a Promise: nobody would wait for that. */
export function withoutPromises<Result>(result: Result): Result {
  const where = promiseIn(result, DEEPEST);
  if (where === undefined) return result;
  const sentence =
    where === ''
      ? 'An array of Promises came back. `await Promise.all(…)` waits for all of them.'
      : `In what came back, \`${where}\` is a Promise. Is an \`await\` missing?`;
  throw new Mismatch(sentence, { got: literal(result) });
}

/** The name of the part that is a Promise; empty for the entry of a list. */
function promiseIn(data: unknown, deep: number): string | undefined {
  if (typeof data !== 'object' || data === null || ArrayBuffer.isView(data)) return undefined;
  const parts = Array.isArray(data) ? data.slice(0, LOOKED_AT).entries() : Object.entries(data);
  for (const [name, part] of parts as Iterable<[number | string, unknown]>) {
    const here = typeof name === 'number' ? '' : name;
    if (part instanceof Promise) {
      // What becomes of it is of no interest any more.
      part.catch(() => undefined);
      return here;
    }
    const inside = deep > 1 ? promiseIn(part, deep - 1) : undefined;
    if (inside !== undefined) return [here, inside].filter((each) => each !== '').join('.');
  }
  return undefined;
}
