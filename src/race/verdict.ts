import { inDigits, inPerCent, inTimes } from '#kit/words';
import { finalLoss, type Trained } from './arm';
import { conditionOf, type Bowl } from './bowl';

export interface Verdict {
  /** Last validation loss of raw over that of normalized; NaN where one of them diverged. */
  readonly ratio: number;
  /** Normalized won, against raw at every rate that it got. */
  readonly passed: boolean;
  /** What happened, and why: two sentences. */
  readonly words: string;
}

/** What the verdict is about. */
interface Ended {
  readonly arms: readonly (Trained & { readonly name: string; readonly learningRate: number })[];
  readonly bowls: { readonly normalized: Bowl; readonly raw: Bowl };
  readonly targetVariance: number;
  readonly epochs: number;
}

// Below this share of the targets' variance an arm has arrived. What is left tells about rounding.
const ARRIVED = 1e-6;
// Divided by nothing, even a loss of 0 gives a ratio.
export const LEAST_LOSS = 1e-30;

export function verdictOn(race: Ended): Verdict {
  const { normalized, raw, best } = armsOf(race);
  const [ours, theirs] = [finalLoss(normalized), finalLoss(raw)];
  const compared = !normalized.diverged && !raw.diverged;
  const ratio = compared ? theirs / Math.max(ours, LEAST_LOSS) : NaN;
  if (normalized.diverged) return { ratio, passed: false, words: normalizedOverflowed(race) };
  const contenders = [raw, ...(best === undefined ? [] : [best])].filter(({ diverged }) => !diverged);
  const faster = contenders.find((arm) => !isAhead(normalized, arm, race.targetVariance));
  if (faster !== undefined) return { ratio, passed: false, words: rawKeptUp(race, faster) };
  const words = raw.diverged ? rawOverflowed(race) : normalizedAhead(race);
  return { ratio, passed: true, words };
}

function armsOf({ arms }: Ended) {
  const [normalized, raw, best] = arms;
  if (normalized === undefined || raw === undefined) throw new RangeError('A race has two arms or more.');
  return { normalized, raw, best };
}

/** Lower at the end, or earlier there where both have arrived. */
export function isAhead(one: Trained, other: Trained, variance: number): boolean {
  const [first, second] = [arrival(one, variance), arrival(other, variance)];
  if (hasArrived(one, variance) && hasArrived(other, variance) && first !== second) return first < second;
  return finalLoss(one) < finalLoss(other);
}

export function hasArrived(arm: Trained, variance: number): boolean {
  return finalLoss(arm) <= ARRIVED * variance;
}

/** Epochs until an arm has arrived; infinite where it has not. */
function arrival({ epochs }: Trained, variance: number): number {
  const index = epochs.findIndex(({ validLoss }) => validLoss <= ARRIVED * variance);
  return index < 0 ? Infinity : index + 1;
}

function normalizedAhead(race: Ended): string {
  const { normalized, raw } = armsOf(race);
  const [ours, theirs] = [finalLoss(normalized), finalLoss(raw)];
  const bothThere = hasArrived(normalized, race.targetVariance) && hasArrived(raw, race.targetVariance);
  const [mine, yours] = [arrival(normalized, race.targetVariance), arrival(raw, race.targetVariance)];
  const happened =
    bothThere && mine < yours
      ? `Both arms arrive, down to where only rounding is left, at the rate of ${inDigits(raw.learningRate)} normalized after ` +
        `${mine} ${mine === 1 ? 'epoch' : 'epochs'} and raw after ${yours}`
      : `Normalized ends at a loss of ${inDigits(ours)} and raw at ${inDigits(theirs)}, ` +
        `${inTimes(theirs / Math.max(ours, LEAST_LOSS))} times as high, after the same batches at the same rate of ` +
        inDigits(raw.learningRate);
  return `${happened}${atItsBest(race)}. ${sharesLost(race)}`;
}

function rawOverflowed(race: Ended): string {
  const { normalized, raw } = armsOf(race);
  const ours = finalLoss(normalized);
  const epoch = raw.epochs.findIndex(({ validLoss, trainLoss }) => !Number.isFinite(validLoss + trainLoss));
  const happened =
    `Normalized ends at a loss of ${inDigits(ours)}, ${inPerCent(ours / race.targetVariance)} of what the ` +
    `targets vary, while raw overflowed at the same rate of ${inDigits(raw.learningRate)}` +
    (epoch < 0 ? '' : ` in epoch ${epoch}`);
  return `${happened}${atItsBest(race)}. ${tooFast(race)}`;
}

/** The arm that nobody can call unfair, in half a sentence. */
function atItsBest({ arms: [normalized, , best], targetVariance }: Ended): string {
  if (normalized === undefined || best === undefined) return '';
  if (best.diverged) return ', as it did at every other rate';
  const start = `; at the best rate of its own, ${inDigits(best.learningRate)}, raw`;
  const [mine, theirs] = [arrival(normalized, targetVariance), arrival(best, targetVariance)];
  if (hasArrived(best, targetVariance))
    return `${start} arrives too, after ${theirs} epochs instead of ${mine}`;
  const [ours, loss] = [finalLoss(normalized), finalLoss(best)];
  const times = inTimes(loss / Math.max(ours, LEAST_LOSS));
  return `${start} ends ${times} times as high as normalized, at ${inDigits(loss)}`;
}

/** Why a rate that suits the steepest direction leaves the flattest where it was. */
function sharesLost({ arms, bowls }: Ended): string {
  const rate = arms[1]?.learningRate ?? NaN;
  const { raw, normalized } = bowls;
  const share = (bend: number) => inPerCent(Math.min(1, rate * bend));
  return (
    `Seen from the raw inputs, the loss is a bowl ${inTimes(conditionOf(raw))} times as steep in one direction ` +
    `as in another, and where it is flattest a step takes only ${share(raw.flattest)} off the error; ` +
    `normalized it is ${roundness(normalized)}, and a step takes ${share(normalized.flattest)} or more in every direction.`
  );
}

/** Why a rate that suits one arm throws the other out. */
function tooFast({ bowls: { raw, normalized }, arms, targetVariance }: Ended): string {
  const best = arms[2];
  const below =
    best !== undefined && hasArrived(best, targetVariance) ? '' : ', and below it the flattest hardly moves';
  return (
    `Seen from the raw inputs, the loss is a bowl ${inTimes(conditionOf(raw))} times as steep in one direction ` +
    `as in another: above a rate of ${inDigits(2 / raw.steepest, 2)} each step overshoots the steepest one by more ` +
    `than the last${below}, while normalized the bowl is ` +
    `${roundness(normalized)} and withstands rates up to ${inDigits(2 / normalized.steepest, 2)}.`
  );
}

/** A bowl's shape, in a few words. */
export function roundness(bowl: Bowl): string {
  const condition = conditionOf(bowl);
  return condition < 1.5 ? 'almost round' : `only ${inTimes(condition)} times as steep`;
}

function rawKeptUp(race: Ended, faster: Trained & { learningRate: number }): string {
  const { normalized, raw } = armsOf(race);
  const where =
    faster === raw ? 'at the same rate' : `at the best rate of its own, ${inDigits(faster.learningRate)},`;
  const [ours, theirs] = [finalLoss(normalized), finalLoss(faster)];
  const { bowls } = race;
  const why = hasArrived(normalized, race.targetVariance)
    ? 'Both have arrived, and what is left tells about rounding: compare how many epochs they took.'
    : `Raw, the bowl is ${inTimes(conditionOf(bowls.raw))} times as steep in one direction as in another, normalized ` +
      `${inTimes(conditionOf(bowls.normalized))} times: at this rate, in so many steps, that decided nothing, so try another learning rate or more epochs.`;
  return `Here normalizing does not win: raw ${where} ends at a loss of ${inDigits(theirs)}, and normalized at ${inDigits(ours)}. ${why}`;
}

function normalizedOverflowed(race: Ended): string {
  const { normalized, raw } = armsOf(race);
  const other = raw.diverged ? 'and so did raw' : `while raw ended at a loss of ${inDigits(finalLoss(raw))}`;
  const limit = 2 / race.bowls.normalized.steepest;
  return (
    `Normalized overflowed at the rate of ${inDigits(normalized.learningRate)}, ${other}. Over all rows at once it ` +
    `would withstand rates up to ${inDigits(limit, 2)}, over small batches only less: try a smaller learning rate or larger batches.`
  );
}
