import { describe, expect, it } from 'vitest';
import { reference } from '#kit/testing';

describe('Adam', () => {
  it('takes a step by hand', () => {
    const moment = {
      model: { weights: [-3, 10], bias: 7 },
      state: {
        step: 1,
        averages: { weights: [2, 2], bias: 6 },
        squares: { weights: [4, 4], bias: 36 },
      },
    };
    const rule = { learningRate: 1.5, momentum: 0.5, squaredMomentum: 0.75, epsilon: 0, weightDecay: 0.1 };
    const { model, state } = reference.adamStepped(moment, { weights: [4, -4], bias: 12 }, rule);
    expect(state).toEqual({
      step: 2,
      averages: { weights: Float64Array.of(3, -1), bias: 9 },
      squares: { weights: Float64Array.of(7, 7), bias: 63 },
    });
    // Corrected by 3/4 and 7/16 the first weight's are 4 and 16. Weights lose 15 % first.
    expect(model.weights[0]).toBeCloseTo(-3 * 0.85 - 1.5, 12);
    expect(model.weights[1]).toBeCloseTo(10 * 0.85 + 0.5, 12);
    expect(model.bias).toBeCloseTo(5.5, 12);
  });

  it('under a constant slope moves by the rate in each step, whatever the momenta', () => {
    const steps = Array.from({ length: 20 }, (_, step) => ({
      gradient: { weights: [400, -0.5], bias: 3 },
      options: { learningRate: 0.5, momentum: 0.8 + step / 100, squaredMomentum: 0.9, weightDecay: 0 },
    }));
    // The momentum changes, and so does what the correction makes of it: only a constant one cancels.
    const constant = steps.map(({ gradient, options }) => ({
      gradient,
      options: { ...options, momentum: 0.8 },
    }));
    const begun = reference.adamStarted({ weights: [0, 0], bias: 0 });
    const { model } = reference.adamSteps(begun, constant);
    expect(model.weights[0]).toBeCloseTo(-10, 3);
    expect(model.weights[1]).toBeCloseTo(10, 3);
    expect(model.bias).toBeCloseTo(-10, 3);
    expect(reference.adamSteps(begun, steps).model.bias).not.toBeCloseTo(-10, 3);
  });

  it('follows fastai where nothing else is said', () => {
    expect(reference.completeRule({ learningRate: 10 })).toEqual({
      learningRate: 10,
      momentum: 0.9,
      squaredMomentum: 0.99,
      epsilon: 1e-5,
      weightDecay: 0.01,
    });
  });

  it('keeps no weight beyond 1 / decay, and the bias goes on', () => {
    const step = { gradient: { weights: [-1, 1], bias: -1 }, options: { learningRate: 1, weightDecay: 0.1 } };
    const begun = reference.adamStarted({ weights: [0, 500], bias: 0 });
    const { model } = reference.adamSteps(
      begun,
      Array.from({ length: 200 }, () => step),
    );
    expect(model.weights[0]).toBeCloseTo(10, 3);
    expect(model.weights[1]).toBeCloseTo(-10, 3);
    expect(model.bias).toBeCloseTo(200, 2);
  });
});
