import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinearModel } from '#kit/data';
import { model, reference, scheduledSteps, tolerance } from '#kit/testing';

// Five steps of Adam on the host, rounded after every operation, in the three ways in which a kernel may be
// written. No allowance may be too tight for any, nor more than 32 times what the worst of them needs.

const { fround } = Math;
const RUNS = 1_000;
const LOOSEST = 32;

interface Training {
  readonly start: LinearModel;
  readonly steps: readonly { readonly gradient: LinearModel; readonly options: reference.AdamRule }[];
}

// Thirds fill all digits of a float32, as trained weights and their slopes do.
const thirds = ({ weights, bias }: LinearModel) => ({
  weights: weights.map((weight) => weight / 3),
  bias: fround(bias / 3),
});

const trainings = (count: number): fc.Arbitrary<Training> =>
  fc.record({
    start: model(3).map(thirds),
    steps: scheduledSteps(3, count).map((steps) =>
      steps.map(({ gradient, options: { learningRate, momentum } }) => ({
        gradient: thirds(gradient),
        options: { learningRate: learningRate / 3, momentum: momentum / 1.01, weightDecay: 0.1 },
      })),
    ),
  });

/** Everything that a thread of a kernel is given, in float32. */
interface Given {
  readonly parameter: number;
  readonly slope: number;
  readonly average: number;
  readonly square: number;
  readonly momentum: number;
  readonly squaredMomentum: number;
  readonly rate: number;
  readonly decay: number;
  readonly epsilon: number;
  readonly step: number;
}

type Thread = (given: Given) => { parameter: number; average: number; square: number };

const times = (...factors: number[]) => factors.reduce((product, factor) => fround(product * factor));

/** The products added up; corrections divide averages, and are computed where the kernel is called. */
const asTheLawSays: Thread = (given) => {
  const { parameter, slope, momentum, squaredMomentum, rate, decay, epsilon, step } = given;
  const average = fround(times(momentum, given.average) + times(fround(1 - momentum), slope));
  const square = fround(
    times(squaredMomentum, given.square) + times(fround(1 - squaredMomentum), slope, slope),
  );
  const corrected = fround(average / fround(1 - momentum ** step));
  const root = fround(Math.sqrt(fround(square / fround(1 - squaredMomentum ** step))));
  const kept = times(parameter, fround(1 - times(rate, decay)));
  return {
    parameter: fround(kept - times(rate, fround(corrected / fround(root + epsilon)))),
    average,
    square,
  };
};

/** A share of the way to the slope; the rate is corrected instead of the average; decay is a difference. */
const onTheWay: Thread = (given) => {
  const { parameter, slope, momentum, squaredMomentum, rate, decay, epsilon, step } = given;
  const average = fround(given.average + times(fround(1 - momentum), fround(slope - given.average)));
  const further = fround(times(slope, slope) - given.square);
  const square = fround(given.square + times(fround(1 - squaredMomentum), further));
  const corrected = times(fround(rate / fround(1 - momentum ** step)), average);
  const root = fround(Math.sqrt(fround(square / fround(1 - squaredMomentum ** step))));
  const kept = fround(parameter - times(rate, decay, parameter));
  return { parameter: fround(kept - fround(corrected / fround(root + epsilon))), average, square };
};

/** Powers taken factor by factor in float32. */
const withPowersInside: Thread = (given) => {
  const power = (factor: number) => times(...Array.from({ length: given.step }, () => factor));
  const { parameter, rate, epsilon } = given;
  const { average, square } = asTheLawSays(given);
  const corrected = fround(average / fround(1 - power(given.momentum)));
  const root = fround(Math.sqrt(fround(square / fround(1 - power(given.squaredMomentum)))));
  const kept = times(parameter, fround(1 - times(rate, given.decay)));
  return {
    parameter: fround(kept - times(rate, fround(corrected / fround(root + epsilon)))),
    average,
    square,
  };
};

/** The parameters one after the other, the bias last. */
const listOf = ({ weights, bias }: reference.Line) => [...Array.from(weights), bias];

function trained({ start, steps }: Training, thread: Thread) {
  let parameters = listOf(start);
  let averages = parameters.map(() => 0);
  let squares = averages;
  steps.forEach(({ gradient, options }, index) => {
    const rule = reference.completeRule(options);
    const moved = listOf(gradient).map((slope, place) =>
      thread({
        parameter: parameters[place]!,
        slope,
        average: averages[place]!,
        square: squares[place]!,
        momentum: fround(rule.momentum),
        squaredMomentum: fround(rule.squaredMomentum),
        rate: fround(rule.learningRate),
        decay: place === start.weights.length ? 0 : fround(rule.weightDecay),
        epsilon: fround(rule.epsilon),
        step: index + 1,
      }),
    );
    parameters = moved.map(({ parameter }) => parameter);
    averages = moved.map(({ average }) => average);
    squares = moved.map(({ square }) => square);
  });
  return { model: parameters, averages, squares };
}

const share = (got: number, exact: number, allowance: number) =>
  got === exact ? 0 : Math.abs(got - exact) / allowance;

/** error / allowance in the worst case, for each part of what a step gives. */
function worstShares(thread: Thread, count: number): Record<string, number> {
  const worst = { model: 0, averages: 0, squares: 0 };
  for (const training of fc.sample(trainings(count), { numRuns: RUNS, seed: 1 })) {
    const begun = reference.adamStarted(training.start);
    const { model, state } = reference.adamSteps(begun, training.steps);
    const exact = { model, ...state };
    const [got, slack] = [trained(training, thread), tolerance.adamSteps(begun, training.steps)];
    for (const part of ['model', 'averages', 'squares'] as const) {
      const allowances = listOf(slack[part]);
      listOf(exact[part]).forEach((number, place) => {
        worst[part] = Math.max(worst[part], share(got[part][place]!, number, allowances[place]!));
      });
    }
  }
  return worst;
}

describe.each([
  ['products added up', asTheLawSays],
  ['a share of the way', onTheWay],
  ['powers inside of the kernel', withPowersInside],
])('the allowance for Adam, %s', (_, thread) => {
  it.each([1, 2, 5])('fits an honest computation of %i steps', (count) => {
    for (const worst of Object.values(worstShares(thread, count))) {
      expect(worst).toBeLessThanOrEqual(1);
      expect(worst).toBeGreaterThan(1 / LOOSEST);
    }
  });
});

describe('an allowance for Adam keeps mistakes out', () => {
  const mistakes: Record<string, reference.AdamRule> = {
    'a squared momentum of 0.999': { learningRate: 1, squaredMomentum: 0.999 },
    'a decay that is a tenth stronger': { learningRate: 1, weightDecay: 0.011 },
    'a momentum of 0.91': { learningRate: 1, momentum: 0.91 },
    'an epsilon of 0.01': { learningRate: 1, epsilon: 0.01 },
  };

  it.each(Object.entries(mistakes))('of %s', (_, rule) => {
    for (const { start, steps } of fc.sample(trainings(5), { numRuns: RUNS, seed: 2 })) {
      const under = (options: reference.AdamRule) =>
        steps.map(({ gradient }) => ({ gradient, options }) satisfies reference.AdamStep);
      const begun = reference.adamStarted(start);
      const right = under({ learningRate: 1 });
      const slack = listOf(tolerance.adamSteps(begun, right).model);
      const [exact, wrong] = [right, under(rule)].map((each) =>
        listOf(reference.adamSteps(begun, each).model),
      );
      const beyond = exact!.filter((number, place) => Math.abs(number - wrong![place]!) > slack[place]!);
      expect(beyond.length).toBeGreaterThan(0);
    }
  });
});
