import type { CallsBeside, TimeBeside } from '#kit/testing/side-by-side';
import { inDigits, inPerCent, inTimes } from '#kit/words';

/** Whether the calls of a function came to the same, in words. */
export function agreementInWords({ kind, calls, differing, apart, notWritten }: CallsBeside): string {
  if (calls === 0) return notWritten ? 'yours is not written yet' : 'no call of yours came to an end';
  const count = calls.toLocaleString('en-US');
  const noun = kind === 'verdict' ? 'verdict on right and wrong implementations' : 'call';
  const several = calls === 1 ? `1 ${noun}` : `${count} ${noun.replace(/^\w+/, '$&s')}`;
  if (differing > 0) {
    const far =
      apart === null || apart === 0
        ? ''
        : `, by up to ${inPerCent(apart)} of the largest number that came back`;
    return `not the same in ${differing.toLocaleString('en-US')} of ${several}${far}`;
  }
  if (kind === 'verdict') return `${several}, all the same`;
  if (apart === 0) return `the same in ${several}, to the last digit`;
  return `the same in ${several}, but for float32 rounding: at most ${inDigits(apart ?? 0, 2)} of the largest number`;
}

/** Below this one call cannot be told from the clock, in microseconds. */
const TOO_SHORT = 1;

/** From here on milliseconds are read more easily. */
const LONG = 10_000;

/** One side is faster when it is so in most of the calls, and not in a few only. */
const MOST = 0.75;
const FEW = 12;

/** Within this factor, times are the same: another run would turn it round. */
const ALIKE = 1.25;

/** How long a call takes, in words. */
export function timeInWords(time: TimeBeside, kind: CallsBeside['kind']): string {
  const { yours, solution, calls, numbers } = time;
  const most = Math.max(yours, solution);
  const shown = (value: number) =>
    most < LONG ? `${inDigits(value, 2)} µs` : `${inDigits(value / 1000, 2)} ms`;
  const each =
    most < TOO_SHORT
      ? 'less than 1 µs on both sides'
      : `yours ${shown(yours)}, the solution ${shown(solution)}: ${comparedInWords(time)}`;
  return `${each} (${measuredOn(calls, numbers, kind)})`;
}

function comparedInWords({ yours, solution, longer, calls }: TimeBeside): string {
  const ratio = yours / solution;
  if (Math.max(ratio, 1 / ratio) <= ALIKE) return 'about the same';
  if (calls < FEW) return 'too few calls to tell';
  if (ratio > 1 && longer >= MOST) return `yours takes ${inTimes(ratio)} times as long`;
  if (ratio < 1 && 1 - longer >= MOST) return `the solution takes ${inTimes(1 / ratio)} times as long`;
  return 'now the one is faster, now the other';
}

function measuredOn(calls: number, [least, most]: TimeBeside['numbers'], kind: CallsBeside['kind']): string {
  if (kind === 'verdict') return 'one property on one random column';
  const range = least === most ? `${inWords(most)}` : `${inWords(least)} to ${inWords(most)}`;
  const of = calls === 1 ? '1 call' : `middle half of ${inWords(calls)} calls`;
  return most === 0 ? of : `${of} with ${range} ${most === 1 ? 'number' : 'numbers'}`;
}

function inWords(count: number): string {
  return count.toLocaleString('en-US');
}
