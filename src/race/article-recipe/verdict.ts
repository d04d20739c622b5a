import type { LinearModel } from '#kit/data';
import { inDigits, inPerCent, inTimes } from '#kit/words';
import { finalLoss, type Trained } from '../arm';
import { hasArrived, isAhead, LEAST_LOSS, type Verdict } from '../verdict';

/** What a verdict on the article's recipe is about. */
export interface ArticleEnded {
  readonly data: { readonly name: string; readonly truth?: LinearModel };
  readonly arms: readonly EndedArm[];
  readonly peak: number;
  readonly weightDecay: number;
  readonly steps: number;
  readonly targetVariance: number;
}

interface EndedArm extends Trained {
  readonly name: string;
  readonly rawModel: LinearModel;
  readonly standardModel: LinearModel;
}

/** All that most sentences need to know of both arms. */
export interface TwoTrained {
  readonly normalized: Trained;
  readonly raw: Trained;
}

interface Pair {
  readonly normalized: EndedArm;
  readonly raw: EndedArm;
}

/** Both arms with the decay, and both without, where that is another thing. */
interface Arms extends Pair {
  readonly free?: Pair;
}

/**
 * Who won, and what did it: the control arms say whether it was the decay. Nothing is said that these very
 * figures do not show.
 */
export function articleVerdict(race: ArticleEnded): Verdict {
  const arms = armsOf(race);
  const { normalized, raw } = arms;
  const compared = !normalized.diverged && !raw.diverged;
  return {
    ratio: compared ? finalLoss(raw) / Math.max(finalLoss(normalized), LEAST_LOSS) : NaN,
    passed: !normalized.diverged && (raw.diverged || isAhead(normalized, raw, race.targetVariance)),
    words: [happened, cause, cap, bias, units]
      .map((sentence) => sentence(race, arms))
      .filter((sentence) => sentence !== '')
      .join(' '),
  };
}

function armsOf({ arms: [normalized, raw, freeNormalized, freeRaw] }: ArticleEnded): Arms {
  if (normalized === undefined || raw === undefined) throw new RangeError('A race has two arms or more.');
  if (freeNormalized === undefined || freeRaw === undefined) return { normalized, raw };
  return { normalized, raw, free: { normalized: freeNormalized, raw: freeRaw } };
}

/** How two arms end, beside each other. */
export function happened(
  { targetVariance }: Pick<ArticleEnded, 'targetVariance'>,
  { normalized, raw }: TwoTrained,
): string {
  if (normalized.diverged && raw.diverged) return 'Both arms overflowed: try a smaller learning rate.';
  const [ours, theirs] = [inDigits(finalLoss(normalized)), inDigits(finalLoss(raw))];
  if (normalized.diverged) return `Normalized overflowed, while raw ends at a loss of ${theirs}.`;
  if (raw.diverged) return `Normalized ends at a loss of ${ours}, while raw overflowed.`;
  if (hasArrived(normalized, targetVariance) && hasArrived(raw, targetVariance)) {
    return `Both arms arrive: normalized ends at a loss of ${ours}, and raw at ${theirs}.`;
  }
  if (!(finalLoss(normalized) < finalLoss(raw))) {
    return `Here normalizing does not win: raw ends at a loss of ${theirs}, and normalized at ${ours}.`;
  }
  const times = inTimes(finalLoss(raw) / Math.max(finalLoss(normalized), LEAST_LOSS));
  return `Normalized ends at a loss of ${ours} and raw at ${theirs}, ${times} times as high, after the same batches.`;
}

function cause(race: ArticleEnded, arms: Arms): string {
  const { normalized, raw, free } = arms;
  if (free === undefined) return withoutDecay(race, arms);
  if (normalized.diverged || raw.diverged) return overflow(race, free);
  const arrived = (arm: EndedArm) => hasArrived(arm, race.targetVariance);
  if (arrived(normalized) && arrived(raw)) return tooSmall(race, arms, free);
  const without = `without decay ${ends(free)}`;
  const isNormalizedHeld = !arrived(normalized) && arrived(free.normalized);
  if (!arrived(raw) && arrived(free.raw)) {
    return isNormalizedHeld
      ? `What holds both back is the weight decay: ${without}.`
      : `What holds raw back is the weight decay, not its inputs: ${without}.`;
  }
  if (!arrived(free.normalized)) return whatChanges(arms, free);
  if (arrived(raw)) return `What holds normalized back is the weight decay: ${without}.`;
  // Between the arms without decay nothing differs but the inputs, and only normalized gets there.
  const inputs = `in ${inThousands(race.steps)} steps raw’s inputs hold it back`;
  if (gain(raw, free.raw) > 2) {
    const whom = isNormalizedHeld ? 'both back, but raw not alone' : 'raw back, but not alone';
    return `The weight decay holds ${whom}: ${without}, so ${inputs} too.`;
  }
  return isNormalizedHeld
    ? `What holds normalized back is the weight decay: ${without}. With decay or without, ${inputs}.`
    : `It is not the weight decay that holds raw back but its inputs: ${without}.`;
}

/** How many times as high an arm ends with the decay as without. */
function gain(arm: EndedArm, free: EndedArm): number {
  return free.diverged ? 0 : finalLoss(arm) / finalLoss(free);
}

function overflow({ peak, weightDecay }: ArticleEnded, free: Pair): string {
  if (free.normalized.diverged && free.raw.diverged) return '';
  const without = `without decay ${ends(free)}`;
  if (!(peak * weightDecay > 2)) return `${without.replace('w', 'W')}.`;
  return (
    `At the peak, rate · decay is ${inDigits(peak * weightDecay)}, and beyond 2 each step throws a weight ` +
    `further from 0 than it was: ${without}.`
  );
}

/** Both arms arrive with the decay. */
function tooSmall({ weightDecay, targetVariance }: ArticleEnded, { normalized }: Arms, free: Pair): string {
  const { rawModel, standardModel } = goalOf(free, targetVariance) ?? normalized;
  const needed = Math.max(...sizes(rawModel), ...sizes(standardModel));
  return (
    `A weight decay of ${inDigits(weightDecay)} caps weights at ${inDigits(1 / weightDecay)}, and the largest ` +
    `that is needed is ${inDigits(needed, 2)}: it keeps neither arm from arriving.`
  );
}

/** Where an arm does not arrive at all, as on real data: a straight line leaves a loss there. */
function whatChanges({ normalized, raw }: Pair, free: Pair): string {
  const gains = [
    ['normalized', gain(normalized, free.normalized)],
    ['raw', gain(raw, free.raw)],
  ] as const;
  const those = (found: readonly (readonly [string, number])[]) =>
    found.length === 2 ? 'both' : found[0]?.[0];
  const held = those(gains.filter(([, times]) => times > 2));
  const helped = those(gains.filter(([, times]) => times < 0.5));
  const effects = [
    ...(held === undefined ? [] : [`holds ${held} back`]),
    ...(helped === undefined ? [] : [`helps ${helped}`]),
  ];
  return (
    `Without decay ${ends(free)}: ` +
    (effects.length === 0
      ? 'it is not the weight decay that decides here.'
      : `the weight decay ${effects.join(' and ')}.`)
  );
}

/** What there is to say of Adam where no weight decay is in the way. */
export function withoutDecay(
  { targetVariance, steps }: Pick<ArticleEnded, 'targetVariance' | 'steps'>,
  { normalized, raw }: TwoTrained,
): string {
  if (normalized.diverged || raw.diverged) return '';
  const [ours, theirs] = [normalized, raw].map((arm) => hasArrived(arm, targetVariance));
  const start = 'Without decay nothing caps a weight';
  if (ours && theirs) return `${start}, and Adam gets there from raw inputs as well.`;
  const within = `within ${inThousands(steps)} steps.`;
  if (!ours && !theirs) return `${start}, and neither arm arrives ${within}`;
  return `${start}: the inputs keep ${ours ? 'raw' : 'normalized'} from arriving ${within}`;
}

/** How two arms end, in half a sentence. */
function ends({ normalized, raw }: Pair): string {
  if (normalized.diverged) {
    return raw.diverged
      ? 'both overflow'
      : `raw ends at ${inDigits(finalLoss(raw))}, and normalized overflows`;
  }
  const theirs = raw.diverged
    ? 'overflows, and normalized ends'
    : `ends at ${inDigits(finalLoss(raw))}, and normalized`;
  return `raw ${theirs} at ${inDigits(finalLoss(normalized))}`;
}

/** An arm that has found the weights that are needed. */
function goalOf({ normalized, raw }: Pair, variance: number): EndedArm | undefined {
  return [normalized, raw].find((arm) => hasArrived(arm, variance));
}

/** How the decay does it; where it does nothing, nothing is said. */
function cap({ peak, weightDecay, targetVariance }: ArticleEnded, { normalized, raw, free }: Arms): string {
  if (free === undefined || !(peak * weightDecay <= 1)) return '';
  const goal = goalOf(free, targetVariance);
  const isHeldBack = [normalized, raw].some((arm) => !arm.diverged && !hasArrived(arm, targetVariance));
  if (goal === undefined || !isHeldBack) return '';
  const most = 1 / weightDecay;
  const share = (model: LinearModel) => inPerCent(Math.max(...sizes(model)) / most);
  return (
    `Adam moves a weight by about the rate in a step, and the decay takes rate · ${inDigits(weightDecay)} · weight off it, ` +
    `so no weight stays beyond 1 / ${inDigits(weightDecay)} = ${inDigits(most)}: raw weights must reach ` +
    `${range(goal.rawModel)}, up to ${share(goal.rawModel)} of that, and normalized ones ` +
    `${range(goal.standardModel)}, up to ${share(goal.standardModel)}.`
  );
}

/** On the article's data the mean of every input is one half, so that the bias has one thing to do. */
function bias({ data, targetVariance }: ArticleEnded, { raw }: Arms): string {
  if (data.name !== 'article' || data.truth === undefined || raw.diverged) return '';
  if (hasArrived(raw, targetVariance)) return '';
  const missing = missingHalf(data.truth, raw.model);
  if (!(Math.abs(raw.model.bias - missing) <= Math.max(0.5, 0.02 * Math.abs(missing)))) return '';
  return (
    `Raw’s bias of ${inDigits(raw.model.bias)} only makes up for the weights on average: ` +
    `Σ(scale − weight) / 2 is ${inDigits(missing)}.`
  );
}

/** What weights that are too short leave out of the mean prediction, for inputs from 0 to 1. */
export function missingHalf(truth: LinearModel, { weights }: LinearModel): number {
  let sum = 0;
  for (let j = 0; j < weights.length; j += 1) sum += truth.weights[j]! - weights[j]!;
  return sum / 2;
}

/** What keeps anybody from comparing raw weights with normalized ones. */
function units({ data: { truth }, targetVariance }: ArticleEnded, { normalized, raw }: Arms): string {
  if (truth === undefined || normalized.diverged || raw.diverged) return '';
  // While both are on the way, how far each is off says nothing about units.
  if (!hasArrived(normalized, targetVariance) && !hasArrived(raw, targetVariance)) return '';
  return (
    'The arms are one model in two units: in those of the data, the worst of normalized’s weights is ' +
    `${inPerCent(distance(normalized.rawModel, truth))} off the true one, and the worst of raw’s ` +
    `${inPerCent(distance(raw.rawModel, truth))}.`
  );
}

/** How far the worst weight is off, as a share of what it should be. */
function distance({ weights }: LinearModel, truth: LinearModel): number {
  let most = 0;
  weights.forEach((weight, j) => {
    const goal = truth.weights[j]!;
    if (goal !== 0) most = Math.max(most, Math.abs(weight - goal) / Math.abs(goal));
  });
  return most;
}

function sizes({ weights }: LinearModel): number[] {
  return Array.from(weights, Math.abs);
}

function inThousands(value: number): string {
  return value.toLocaleString('en-US');
}

function range(model: LinearModel): string {
  const [least, most] = [Math.min(...sizes(model)), Math.max(...sizes(model))].map((size) =>
    inDigits(size, 2),
  );
  return least === most ? `${most}` : `${least} to ${most}`;
}
