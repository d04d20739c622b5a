import type { Outcome } from '../failure';
import type { Observation } from './observe';
import type { Snapshot } from './snapshot';

/**
 * Two roads to the same mistake round differently. They are alike where they end within this share of the
 * way from the right answer.
 */
const SHARE = 0.02;

/** And within this share of the numbers themselves, which is some roundings of a float32. */
export const ROUNDING = 4e-6;

/**
 * Whether a test saw the same of two implementations, one of them a learner's and the other one a known
 * mistake. What the right one did says how far apart is far.
 */
export function behavesAlike(learner: Observation, mistake: Observation, right: Observation): boolean {
  if (!endsAlike(learner.outcome, mistake.outcome)) return false;
  if (learner.sights.length !== mistake.sights.length) return false;
  const refused = (sight: number) => {
    const expected = right.sights[sight];
    return expected?.snapshot.kind === 'error' && sameCall(expected.what, learner.sights[sight]?.what ?? '');
  };
  const sightsAlike = learner.sights.every(({ what, snapshot }, index) => {
    const other = mistake.sights[index]!;
    if (what !== other.what) return false;
    // What comes of data that should be refused is left to chance: that it came is the mistake.
    if (refused(index) && snapshot.kind !== 'error') return true;
    const expected = right.sights[index];
    return alike(snapshot, other.snapshot, expected?.what === what ? expected.snapshot : undefined);
  });
  if (!sightsAlike || learner.afterwards.length !== mistake.afterwards.length) return false;
  return learner.afterwards.every(({ sight, snapshot }, index) => {
    const other = mistake.afterwards[index]!;
    if (refused(sight)) return true;
    const expected = right.afterwards[index];
    return alike(snapshot, other.snapshot, expected?.sight === sight ? expected.snapshot : undefined);
  });
}

function endsAlike(left: Outcome, right: Outcome): boolean {
  if (left.status !== 'failed' || right.status !== 'failed') return left.status === right.status;
  // What was thrown is among the sights; its words are everybody's own.
  if (left.failure.kind === 'error' && right.failure.kind === 'error') return true;
  return (
    left.failure.kind === right.failure.kind &&
    inGeneral(left.failure.sentence) === inGeneral(right.failure.sentence)
  );
}

/** A sentence without the numbers in it, and without the names that somebody chose. */
function inGeneral(sentence: string): string {
  return sentence.replaceAll(/`[^`]*`/g, '``').replaceAll(/\d+/g, '0');
}

/** 'mean threw' and 'mean returned' are about the same call. */
function sameCall(left: string, right: string): boolean {
  const call = (what: string) => what.replace(/ (returned|threw)$/, '');
  return call(left) === call(right);
}

function alike(left: Snapshot, right: Snapshot, expected: Snapshot | undefined): boolean {
  switch (left.kind) {
    case 'numbers':
      return (
        right.kind === 'numbers' &&
        left.shape === right.shape &&
        numbersAlike(
          left.values,
          right.values,
          expected?.kind === 'numbers' && expected.shape === left.shape ? expected.values : undefined,
        )
      );
    case 'parts':
      return (
        right.kind === 'parts' &&
        left.shape === right.shape &&
        left.parts.every((part, index) =>
          alike(
            part,
            right.parts[index]!,
            expected?.kind === 'parts' && expected.shape === left.shape ? expected.parts[index] : undefined,
          ),
        )
      );
    case 'error':
      return right.kind === 'error' && left.name === right.name;
    case 'text':
      return right.kind === 'text' && left.text === right.text;
  }
}

function numbersAlike(
  left: ArrayLike<number>,
  right: ArrayLike<number>,
  expected: ArrayLike<number> | undefined,
): boolean {
  let size = 0;
  for (let i = 0; i < left.length; i++) {
    const [value, other] = [left[i]!, right[i]!];
    if (Number.isFinite(value)) {
      size = Math.max(size, Math.abs(value));
    } else if (!Object.is(value, other)) return false;
  }
  for (let i = 0; i < left.length; i++) {
    const [value, other] = [left[i]!, right[i]!];
    const way = expected !== undefined && Number.isFinite(expected[i]) ? Math.abs(value - expected[i]!) : 0;
    const apart = Math.max(SHARE * way, ROUNDING * size);
    if (!Object.is(value, other) && !(Math.abs(value - other) <= apart)) return false;
  }
  return true;
}
