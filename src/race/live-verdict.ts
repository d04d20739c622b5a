import { inDigits, inPerCent, inTimes } from '#kit/words';
import { happened, withoutDecay, type TwoTrained } from './article-recipe/verdict';
import { conditionOf } from './bowl';
import type { LiveStart } from './live-race';
import type { Recipe } from './recipe';
import type { PlainArm } from './run-race';
import { hasArrived, roundness, verdictOn } from './verdict';

/** A race that was watched to its end. */
export interface LiveEnded {
  readonly recipe: Omit<Recipe, 'learningRate'>;
  readonly start: LiveStart;
  readonly arms: readonly PlainArm[];
}

/**
 * What the race has shown, and as much of the reason as it shows: a watched race has no control arms.
 * @returns nothing where normalized or raw did not run
 */
export function liveVerdict({ recipe, start, arms }: LiveEnded): string {
  const [normalized, raw] = arms;
  if (normalized?.name !== 'normalized' || raw?.name !== 'raw') return '';
  const { targetVariance } = start.prepared;
  if (recipe.optimizer === 'plain' && recipe.schedule === 'constant') {
    return verdictOn({ arms, bowls: start.bowls, epochs: start.epochs, targetVariance }).words;
  }
  const pair = { normalized, raw };
  const why = recipe.optimizer === 'plain' ? shapes(start, pair) : underAdam(recipe, start, pair);
  return `${happened({ targetVariance }, pair)} ${why}`.trim();
}

/** Plain descent along a cycle: what its peak does in either bowl. */
function shapes({ bowls, learningRate, steps, prepared }: LiveStart, arms: TwoTrained): string {
  const { raw, normalized } = bowls;
  const share = (bend: number) => inPerCent(Math.min(1, learningRate * bend));
  const shape =
    `Seen from the raw inputs, the loss is a bowl ${inTimes(conditionOf(raw))} times as steep in one direction as in ` +
    `another; normalized it is ${roundness(normalized)}.`;
  if (learningRate * raw.steepest > 2) {
    const limit = inDigits(2 / raw.steepest, 2);
    return `${shape} The cycle’s peak of ${inDigits(learningRate)} lies beyond the limit of the raw one, ${limit}.`;
  }
  const isEnough =
    hasArrived(arms.normalized, prepared.targetVariance) && hasArrived(arms.raw, prepared.targetVariance);
  return (
    `${shape} Where it is flattest a step takes ${share(raw.flattest)} off the raw error even at the cycle’s peak, and ` +
    `${share(normalized.flattest)} off the normalized one${isEnough ? `; in ${count(steps)} steps either is enough` : ''}.`
  );
}

function underAdam(
  { weightDecay, schedule }: LiveEnded['recipe'],
  start: LiveStart,
  arms: TwoTrained,
): string {
  const { normalized, raw } = arms;
  const { targetVariance } = start.prepared;
  const pull = start.learningRate * weightDecay;
  if (normalized.diverged || raw.diverged) {
    if (!(pull > 2)) return '';
    return `Rate · decay is ${inDigits(pull)}, and beyond 2 each step throws a weight further from 0 than it was.`;
  }
  const [isThere, isRawThere] = [normalized, raw].map((arm) => hasArrived(arm, targetVariance));
  // A cosine is half of its peak on average.
  const reach = start.steps * start.learningRate * (schedule === 'one-cycle' ? 0.5 : 1);
  const goal = meanOf(start.prepared.normalized.train.targets);
  if (!isThere && reach < Math.abs(goal)) return tooShort(reach, goal, start);
  if (weightDecay === 0) return withoutDecay({ targetVariance, steps: start.steps }, arms);
  // The decay takes more off a weight than the weight.
  if (pull > 1) return '';
  const cap = `The weight decay lets no weight stay beyond 1 / ${inDigits(weightDecay)} = ${inDigits(1 / weightDecay)}`;
  const sizes = `${cap}; raw’s largest is ${largest(raw)}, and normalized’s ${largest(normalized)}.`;
  if (isThere && isRawThere) return `${sizes} It keeps neither arm from arriving.`;
  const whom = isThere ? 'raw' : isRawThere ? 'normalized' : 'both';
  return `${sizes} Whether that is what holds ${whom} back, the same race with a weight decay of 0 shows.`;
}

function tooShort(reach: number, goal: number, { steps }: LiveStart): string {
  return (
    `Adam moves a parameter by about the rate in a step, so in ${count(steps)} steps by about ${inDigits(reach, 2)} at most, ` +
    `and the normalized bias has to get to the mean of the targets, ${inDigits(goal)}: try a larger learning rate.`
  );
}

function meanOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}

function largest({ model: { weights } }: TwoTrained['raw']): string {
  return inDigits(Math.max(...Array.from(weights, Math.abs)), 2);
}
