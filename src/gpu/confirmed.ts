import { backend } from './backend';
import { checkArguments } from './check-arguments';
import { isMistake } from './check-settings';
import { claimedKernel } from './claimed-kernel';
import { isBeyondRounding, isNear } from './judgement';
import type { Launch } from './launches';
import { isTable, sizesOf } from './plain-value';
import { beginningOf } from './programs';
import { prepareThread, type PlainArgument, type ThreadTrace } from './reading';
import { sampledThreads } from './sampled-threads';
import { takeEvidence, type TakenEvidence } from './take-evidence';
import { placeOf } from './threads';
import type { Backend } from './types';

/**
 * What may still be spent on launches, in parts of a kernel that are run through once. It is counted and not
 * measured, so that the answer is the same on a slow machine and on a busy one.
 */
export interface Effort {
  left: number;
}

interface Confirming {
  /** Count how many values a thread reads. */
  readonly reads?: boolean;
  /** Shared by launches that come from one place, so that many take no longer than a few. */
  readonly effort?: Effort;
}

/** Enough for all launches of one test, and a second or two at the most. */
export function someEffort(): Effort {
  return { left: 150_000_000 };
}

// The largest kernel of the solutions has 155.
const mostNodes = 3_000;
// To read a source takes about as long as to run through all of it so often.
const readingTimes = 200;
// Below this, all threads are followed.
const cheap = 1_000_000;
const mostRounds = 1_000_000;

/**
 * Checks a launch that somebody else says has happened: reads the kernel, follows its threads, all of them or a
 * sample, and compares. The evidence may be anything. None of it is run; this takes a bounded time and never throws.
 * @returns the launch, or undefined where the kernel could not have run, or would have computed something else
 */
export function confirmed(evidence: unknown, options: Confirming = {}): Launch | undefined {
  try {
    return confirm(takeEvidence(evidence), options.reads === true, options.effort ?? someEffort());
  } catch {
    return undefined;
  }
}

function confirm(taken: TakenEvidence, wantsReads: boolean, effort: Effort): Launch | undefined {
  const { source, constants, output, result } = taken;
  const kernel = claimedKernel(taken);
  const { nodes } = kernel;
  if (!(nodes <= mostNodes)) return undefined;
  // Also where it has been read before: what comes of it must not depend on that.
  spend(effort, readingTimes * nodes);
  const reading = kernel.reading();
  const values = checkArguments(taken.arguments, reading.parameters);
  if (reading.mistakes.length > 0 || isMistake(values)) return undefined;

  // A thread may take as many steps as four times the rounds.
  const rounds = Math.min(mostRounds, Math.floor(effort.left / (4 * nodes)));
  const follow = prepareThread(reading, kernel.surroundings, rounds);
  const launch = { arguments: values, constants: constants.values, output };
  const on = backend();
  let reads = 0;
  const isRight = (thread: number): boolean => {
    const trace = follow(launch, placeOf(thread, output));
    spend(effort, (trace.steps + 1) * nodes);
    reads = Math.max(reads, trace.reads);
    return trace.unfinished === undefined && agrees(result[thread] ?? NaN, trace, on);
  };
  const before = effort.left;
  const chosen = sampledThreads(source, output);
  for (const thread of chosen) if (!isRight(thread)) return undefined;
  const threads = result.length;
  if (((before - effort.left) / chosen.size) * threads <= cheap) {
    for (let thread = 0; thread < threads; thread++) {
      if (!chosen.has(thread) && !isRight(thread)) return undefined;
    }
  }
  return {
    kernel: beginningOf(source),
    output: [...output],
    threads,
    backend: on,
    argumentSizes: values.map(sizesOf),
    result,
    handed: [...values, ...Object.values(constants.values)].flatMap(numbersIn),
    ...(reading.copies && { copies: true }),
    ...(wantsReads && { reads }),
  };
}

function numbersIn(value: PlainArgument): ArrayLike<number>[] {
  if (typeof value === 'number') return [];
  return [isTable(value) ? value.data : value];
}

/** @throws Error where nothing is left */
function spend(effort: Effort, amount: number): void {
  effort.left -= amount;
  if (effort.left < 0) throw new Error('too much to follow');
}

/** Whether a thread can have come to this number. */
function agrees(claimed: number, trace: ThreadTrace, on: Backend): boolean {
  const value = Math.fround(trace.value);
  // Cpu computes in float64, as the thread was followed. And where rounding may decide anything, it has to be near.
  if (on === 'cpu' || trace.roundingBound === Infinity) return isNear(claimed, value);
  return !isBeyondRounding(claimed, value, trace);
}
