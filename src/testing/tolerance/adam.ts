import * as reference from '../reference';
import { EPSILON, type Allowance } from './rounding';

interface AdamAllowance {
  readonly model: Allowance;
  readonly averages: Allowance;
  readonly squares: Allowance;
}

/**
 * For several steps of Adam in kernels, from exact numbers: what each step rounds, and what it makes of the
 * roundings of those before.
 */
export function adamSteps(start: reference.AdamMoment, steps: readonly reference.AdamStep[]): AdamAllowance {
  const none = () => reference.combined([start.model], () => 0);
  let slack: AdamAllowance = { model: none(), averages: none(), squares: none() };
  let now = start;
  for (const { gradient, options } of steps) {
    const next = reference.adamStepped(now, gradient, options);
    slack = afterStep(slack, now, next, gradient, reference.completeRule(options));
    now = next;
  }
  return slack;
}

function afterStep(
  slack: AdamAllowance,
  { model, state }: reference.AdamMoment,
  next: reference.AdamMoment,
  gradient: reference.Line,
  rule: Required<reference.AdamRule>,
): AdamAllowance {
  const { learningRate, momentum, squaredMomentum, epsilon, weightDecay } = rule;
  const { step } = next.state;
  // momentum · m + (1 − momentum) · g: both factors, both products and the sum are rounded, each by half of
  // EPSILON, whichever way it is written.
  const averages = reference.combined([slack.averages, state.averages, gradient], ([off, m, slope]) => {
    return momentum * off! + 1.5 * EPSILON * (Math.abs(m!) + Math.abs(slope!));
  });
  // The same with g², which is one product more.
  const squares = reference.combined([slack.squares, state.squares, gradient], ([off, v, slope]) => {
    return squaredMomentum * off! + 2 * EPSILON * (v! + slope! ** 2);
  });
  const [ofAverages, ofSquares] = [correction(momentum, step), correction(squaredMomentum, step)];
  const lines = [slack.model, model, averages, next.state.averages, squares, next.state.squares];
  const moved = reference.combined(lines, ([off, parameter, offM, m, offV, v], isBias) => {
    if (v === 0) return ownRounding(off!, parameter!, 0, isBias);
    const average = m! / ofAverages.value;
    const offAverage = offM! / ofAverages.value + Math.abs(average) * (ofAverages.share + EPSILON);
    const square = v! / ofSquares.value;
    const offSquare = offV! / ofSquares.value + square * (ofSquares.share + EPSILON);
    // A root bends downwards, so a square that is too small moves it further than one that is too large.
    const root = Math.sqrt(square);
    const offRoot = root - Math.sqrt(Math.max(0, square - offSquare)) + EPSILON * root;
    const divisor = root + epsilon;
    const offDivisor = offRoot + EPSILON * divisor;
    const quotient = Math.abs(average) / divisor;
    const offQuotient = (offAverage + quotient * offDivisor) / (divisor - offDivisor);
    return learningRate * offQuotient + ownRounding(off!, parameter!, learningRate * quotient, isBias);
  });
  return { model: moved, averages, squares };

  // Decay: its factor, made of two, the product and the difference. The step: rate, two products, the difference.
  function ownRounding(off: number, parameter: number, length: number, isBias: boolean): number {
    const decay = isBias ? 0 : learningRate * weightDecay;
    const size = Math.abs(parameter);
    return Math.abs(1 - decay) * off + EPSILON * (2 * (1 + decay) * size + 2 * length);
  }
}

/**
 * 1 − factorᵗ, and by what share it may be off: the factor is rounded when it is handed over, and that
 * counts t times; the power may be taken product by product, or by a function that has a few digits less.
 */
function correction(factor: number, step: number): { value: number; share: number } {
  const power = factor ** step;
  return { value: 1 - power, share: EPSILON * (1 + ((step + 2) * power) / (1 - power)) };
}
