import type { Line } from './linear-model';

/** What is asked of Adam in one step; what is left out has a value of its own. */
export interface AdamRule {
  readonly learningRate: number;
  readonly momentum?: number;
  readonly squaredMomentum?: number;
  readonly epsilon?: number;
  readonly weightDecay?: number;
}

/** A model, and what Adam remembers of its slopes. */
export interface AdamMoment<Numbers extends Line = Line> {
  readonly model: Numbers;
  readonly state: { readonly step: number; readonly averages: Numbers; readonly squares: Numbers };
}

/** One step: the slopes that come in, and what is asked of Adam. */
export interface AdamStep {
  readonly gradient: Line;
  readonly options: AdamRule;
}

interface Exact {
  readonly weights: Float64Array;
  readonly bias: number;
}

/** The rule with nothing left out. */
export function completeRule(rule: AdamRule): Required<AdamRule> {
  return { momentum: 0.9, squaredMomentum: 0.99, epsilon: 1e-5, weightDecay: 0.01, ...rule };
}

/** One step of Adam as fastai takes it: decay first, and of the weights only. */
export function adamStepped({ model, state }: AdamMoment, slopes: Line, rule: AdamRule): AdamMoment<Exact> {
  const { learningRate, momentum, squaredMomentum, epsilon, weightDecay } = completeRule(rule);
  const step = state.step + 1;
  const averages = combined(
    [state.averages, slopes],
    ([m, slope]) => momentum * m! + (1 - momentum) * slope!,
  );
  const squares = combined(
    [state.squares, slopes],
    ([v, slope]) => squaredMomentum * v! + (1 - squaredMomentum) * slope! ** 2,
  );
  const decayed = combined([model], ([parameter], isBias) =>
    isBias ? parameter! : parameter! * (1 - learningRate * weightDecay),
  );
  const moved = combined([decayed, averages, squares], ([parameter, m, v]) => {
    const root = Math.sqrt(v! / (1 - squaredMomentum ** step));
    return parameter! - (learningRate * (m! / (1 - momentum ** step))) / (root + epsilon);
  });
  return { model: moved, state: { step, averages, squares } };
}

/** Where several steps lead. */
export function adamSteps(start: AdamMoment, steps: readonly AdamStep[]): AdamMoment<Exact> {
  const exact = (line: Line) => combined([line], ([number]) => number!);
  const { step, averages, squares } = start.state;
  const state = { step, averages: exact(averages), squares: exact(squares) };
  const first = { model: exact(start.model), state };
  return steps.reduce((now, { gradient, options }) => adamStepped(now, gradient, options), first);
}

/** No step made yet: zeros for averages and squares. */
export function adamStarted(model: Line): AdamMoment {
  const zeros = () => combined([model], () => 0);
  return { model, state: { step: 0, averages: zeros(), squares: zeros() } };
}

/** From parameters in the same place of several lines, those of a new one. */
export function combined(
  lines: readonly Line[],
  combine: (numbers: readonly number[], isBias: boolean) => number,
): Exact {
  const biases = lines.map(({ bias }) => bias);
  return {
    weights: Float64Array.from(lines[0]!.weights, (_, j) => {
      const numbers = lines.map(({ weights }) => weights[j]!);
      return combine(numbers, false);
    }),
    bias: combine(biases, true),
  };
}
