import type * as Lesson from '#kit/course/blank/08-adam';
import {
  close,
  closeModel,
  copyOfData,
  factor,
  holds,
  model,
  ranInOneLaunch,
  reference,
  refuses,
  scheduledSteps,
  suite,
  tolerance,
  unchanged,
  value,
} from '#kit/testing';

export default suite<typeof Lesson>(
  import.meta,
  () => import('./exercise'),
  ({ task, example, property }) => {
    type State = ReturnType<typeof Lesson.startAdam>;
    type Moment = Awaited<ReturnType<typeof Lesson.adamStep>>;

    const exactly = { weights: 0, bias: 0 };
    const zeros = (features: number) => ({ weights: new Float32Array(features), bias: 0 });
    const fresh = (features: number): State => ({
      step: 0,
      averages: zeros(features),
      squares: zeros(features),
    });

    interface Step {
      readonly gradient: Moment['model'];
      readonly options: Lesson.AdamOptions;
    }

    /** Where these steps lead, each from where the last one has led. */
    const train = async (adamStep: typeof Lesson.adamStep, start: Moment, steps: readonly Step[]) => {
      let moment = start;
      for (const { gradient, options } of steps) {
        moment = await adamStep(moment.model, gradient, moment.state, options);
        holds(moment !== undefined, 'Nothing came back. Is a `return` missing?');
        const shape = 'A model and a state should come back: `{ model, state }`.';
        holds(moment.model !== undefined && moment.state !== undefined, shape);
      }
      return moment;
    };

    /** A first step of a new training. */
    const firstStep = (adamStep: typeof Lesson.adamStep, model: Moment['model'], step: Step) =>
      train(adamStep, { model, state: fresh(model.weights.length) }, [step]);

    task('startAdam', { points: 1 }, () => {
      example(
        'before the first step no update is made, and all averages and squares are 0',
        async ({ startAdam }) => {
          const state = await startAdam(3);
          holds(state !== undefined, 'Nothing came back. Is a `return` missing?');
          close(state.step, 0, 0, 'The number of updates');
          closeModel(state.averages, zeros(3), exactly, 'the averages');
          closeModel(state.squares, zeros(3), exactly, 'the squares');
        },
      );

      example('averages and squares are two arrays, not one', async ({ startAdam }) => {
        const { averages, squares } = await startAdam(2);
        averages.weights.set([7, 8]);
        closeModel(squares, zeros(2), exactly, 'the squares, after the averages have changed,');
      });

      example('a model without features is nothing to start with', async ({ startAdam }) => {
        await refuses(() => startAdam(0), 0);
      });
    });

    /** A share of a whole that float32 holds. */
    const share = () => value({ low: 0, high: 63 / 64, step: 1 / 64 });
    /** Two weights and a bias, and slopes for them that pull this way and that. */
    const flat = () => ({ weights: Float32Array.of(10, -2), bias: 5 });
    const pull = () => ({ weights: Float32Array.of(400, -0.5), bias: 3 });

    task('adamStep', { points: 4 }, () => {
      example('a first step, by hand', async ({ adamStep }) => {
        const options = { learningRate: 0.5, momentum: 0.5, squaredMomentum: 0.75, weightDecay: 0.1 };
        // 10 · 0.95 − 0.5, −2 · 0.95 + 0.5, and 5 − 0.5. Epsilon takes off a 50,000th of 0.5 at most.
        const expected = { weights: Float32Array.of(9, -1.4), bias: 4.5 };
        const { model } = await firstStep(adamStep, flat(), { gradient: pull(), options });
        closeModel(model, expected, { weights: 2e-5, bias: 2e-5 });
      });

      property(
        'the first step is as long as the learning rate, whatever the slope’s size and the momenta',
        {
          start: model(2),
          small: factor(1),
          middling: factor(30),
          large: factor(1_000_000),
          momentum: share(),
          squaredMomentum: share(),
          learningRate: value({ low: 1 / 64, high: 10, step: 1 / 64 }),
        },
        async ({ adamStep }, { start, small, middling, large, ...rule }) => {
          const gradient = { weights: Float32Array.of(small, large), bias: middling };
          const options = { ...rule, weightDecay: 0 };
          const rounding = tolerance.adamSteps(reference.adamStarted(start), [{ gradient, options }]).model;
          // Against the slope, and shorter by 1e-5 / |slope| only, the epsilon in the divisor.
          const { learningRate } = rule;
          const lost = (slope: number) => (learningRate * 1e-5) / Math.abs(slope);
          const slack = {
            weights: rounding.weights.map((each, j) => each + lost(gradient.weights[j]!)),
            bias: rounding.bias + lost(gradient.bias),
          };
          const signs = { weights: gradient.weights.map(Math.sign), bias: Math.sign(gradient.bias) };
          const expected = reference.descended(start, signs, learningRate);
          const { model } = await firstStep(adamStep, start, { gradient, options });
          closeModel(model, expected, slack);
        },
      );

      example('a second step, by hand', async ({ adamStep }) => {
        const model = { weights: Float32Array.of(-3, 10), bias: 7 };
        const gradient = { weights: Float32Array.of(4, -4), bias: 12 };
        const state = {
          step: 1,
          averages: { weights: Float32Array.of(2, 2), bias: 6 },
          squares: { weights: Float32Array.of(4, 4), bias: 36 },
        };
        const options = { learningRate: 1.5, momentum: 0.5, squaredMomentum: 0.75, weightDecay: 0 };
        // The averages become 3, −1 and 9, and the squares 7, 7 and 63. Corrected, by 3/4 and 7/16, they are
        // 4, −4/3 and 12, and 16, 16 and 144: steps of 1, −1/3 and 1 times the rate.
        const expected = { weights: Float32Array.of(-4.5, 10.5), bias: 5.5 };
        const { model: moved } = await train(adamStep, { model, state }, [{ gradient, options }]);
        // Epsilon takes off a 400,000th at most.
        closeModel(moved, expected, { weights: 1e-5, bias: 1e-5 });
      });

      property(
        'five steps, in which slopes, rate and momentum change, end where the law says',
        { start: model(3), steps: scheduledSteps(3, 5) },
        async ({ adamStep }, { start, steps }) => {
          const begun = reference.adamStarted(start);
          const [expected, slack] = [reference.adamSteps(begun, steps), tolerance.adamSteps(begun, steps)];
          const { model } = await train(adamStep, { model: start, state: fresh(3) }, steps);
          closeModel(model, expected.model, slack.model);
        },
      );

      property(
        'the state that comes back has the new averages and squares, and counts one step more',
        { start: model(3), steps: scheduledSteps(3, 2) },
        async ({ adamStep }, { start, steps }) => {
          const begun = reference.adamStarted(start);
          const [expected, slack] = [reference.adamSteps(begun, steps), tolerance.adamSteps(begun, steps)];
          const { state } = await train(adamStep, { model: start, state: fresh(3) }, steps);
          close(state.step, 2, 0, 'The number of updates');
          closeModel(state.averages, expected.state.averages, slack.averages, 'the averages');
          closeModel(state.squares, expected.state.squares, slack.squares, 'the squares');
        },
        { runs: 30 },
      );

      example('epsilon is added to the root, not under it', async ({ adamStep }) => {
        const model = { weights: Float32Array.of(10), bias: 10 };
        const gradient = { weights: Float32Array.of(3), bias: -3 };
        const options = { learningRate: 1, epsilon: 1, weightDecay: 0 };
        const slack = tolerance.adamSteps(reference.adamStarted(model), [{ gradient, options }]).model;
        const { model: moved } = await firstStep(adamStep, model, { gradient, options });
        // 3 / (√9 + 1), where 3 / √(9 + 1) would be 0.95.
        closeModel(moved, { weights: Float32Array.of(9.25), bias: 10.75 }, slack);
      });

      example(
        'a parameter that has had no slope yet stays where it is, and is not NaN',
        async ({ adamStep }) => {
          const options = { learningRate: 0.5, weightDecay: 0 };
          const gradient = { weights: Float32Array.of(0, -0.5), bias: 0 };
          const { model: moved } = await firstStep(adamStep, flat(), { gradient, options });
          const slack = { weights: Float32Array.of(0, 1e-4), bias: 0 };
          closeModel(moved, { weights: Float32Array.of(10, -1.5), bias: 5 }, slack);
        },
      );

      example(
        'left out, momentum is 0.9, squaredMomentum 0.99, epsilon 1e-5 and weightDecay 0.01',
        async ({ adamStep }) => {
          const options = { learningRate: 0.5 };
          // The bias has slopes so small that epsilon counts.
          const steps = [
            { gradient: { weights: Float32Array.of(3, -8), bias: 2 ** -16 }, options },
            { gradient: { weights: Float32Array.of(-1, -2), bias: 2 ** -15 }, options },
          ];
          const begun = reference.adamStarted(flat());
          const [expected, slack] = [reference.adamSteps(begun, steps), tolerance.adamSteps(begun, steps)];
          const { model } = await train(adamStep, { model: flat(), state: fresh(2) }, steps);
          closeModel(model, expected.model, slack.model);
        },
      );

      property(
        'without any slope, a weight loses learning rate times decay of itself',
        {
          start: model(3),
          learningRate: value({ low: 1 / 64, high: 1, step: 1 / 64 }),
          weightDecay: value({ low: 1 / 64, high: 1, step: 1 / 64 }),
        },
        async ({ adamStep }, { start, learningRate, weightDecay }) => {
          const step = { gradient: zeros(3), options: { learningRate, weightDecay } };
          const expected = start.weights.map((weight) => weight * (1 - learningRate * weightDecay));
          const slack = tolerance.adamSteps(reference.adamStarted(start), [step]).model;
          const { model } = await firstStep(adamStep, start, step);
          close(model.weights, expected, slack.weights, 'The weights');
        },
        { runs: 30 },
      );

      example('the bias does not decay', async ({ adamStep }) => {
        const options = { learningRate: 0.5, weightDecay: 0.5 };
        const { model: moved } = await firstStep(adamStep, flat(), { gradient: zeros(2), options });
        close(moved.bias, 5, 0, 'The bias');
      });

      example('a weight decays before it takes its step', async ({ adamStep }) => {
        const options = { learningRate: 0.5, weightDecay: 0.5 };
        const { model: moved } = await firstStep(adamStep, flat(), { gradient: pull(), options });
        // 10 · 0.75 − 0.5 and −2 · 0.75 + 0.5; after the step it would be 7.125 and −1.125.
        close(moved.weights, Float32Array.of(7, -1), 1e-4, 'The weights');
      });

      example('a decay of 0 is no decay', async ({ adamStep }) => {
        const options = { learningRate: 0.5, weightDecay: 0 };
        const { model: moved } = await firstStep(adamStep, flat(), { gradient: pull(), options });
        close(moved.weights, Float32Array.of(9.5, -1.5), 1e-4, 'The weights');
      });

      example(
        'a constant slope carries each weight to 1 / decay and no further, wherever it starts',
        async ({ adamStep }) => {
          const start = { weights: Float32Array.of(0, 30, -10, 1), bias: 0 };
          const step = () => ({
            gradient: { weights: Float32Array.of(-3, 0.5, 40, -0.25), bias: -1 },
            options: { learningRate: 0.2, weightDecay: 0.5 },
          });
          // Each of them takes a tenth off the way that is left: 80 leave a 4,500th of it.
          const steps = Array.from({ length: 80 }, step);
          const { model } = await train(adamStep, { model: start, state: fresh(4) }, steps);
          close(model.weights, Float32Array.of(2, -2, -2, 2), 0.02, 'The weights');
        },
      );

      property(
        'a training that goes on from a kept state goes on as if it had never stopped',
        { start: model(2), before: scheduledSteps(2, 2), after: scheduledSteps(2, 2) },
        async ({ adamStep }, { start, before, after }) => {
          const half = await train(adamStep, { model: start, state: fresh(2) }, before);
          const kept = copyOfData(half);
          const through = await train(adamStep, half, copyOfData(after));
          const resumed = await train(adamStep, kept, after);
          closeModel(resumed.model, through.model, exactly);
        },
        { runs: 30 },
      );

      property(
        'a step takes one launch of 3 · (d + 1) threads',
        { start: model(4), steps: scheduledSteps(4, 1) },
        async ({ adamStep }, { start, steps }, { launches }) => {
          const { result, launches: seen } = await launches(() =>
            train(adamStep, { model: start, state: fresh(4) }, steps),
          );
          const { averages, squares } = result.state;
          ranInOneLaunch(seen, 15, [result.model, averages, squares]);
        },
        { runs: 5 },
      );

      const learningRate = 0.1;

      example('there is no step for a model without weights', async ({ adamStep }) => {
        await refuses(() => adamStep(zeros(0), zeros(0), fresh(0), { learningRate }), 0);
      });

      example('a gradient of another size than the model is refused', async ({ adamStep }) => {
        await refuses(() => adamStep(zeros(3), zeros(2), fresh(3), { learningRate }), 2, 3);
        await refuses(() => adamStep(zeros(3), zeros(4), fresh(3), { learningRate }), 4, 3);
      });

      example('a state that was started for another size is refused', async ({ adamStep }) => {
        await refuses(() => adamStep(zeros(3), zeros(3), fresh(2), { learningRate }), 2, 3);
        await refuses(() => adamStep(zeros(3), zeros(3), fresh(4), { learningRate }), 4, 3);
      });

      example('adamStep leaves the old model as it was', async ({ adamStep }) => {
        const model = flat();
        await adamStep(model, pull(), fresh(2), { learningRate });
        unchanged(model, flat());
      });

      example('adamStep leaves the gradient as it was', async ({ adamStep }) => {
        const gradient = pull();
        await adamStep(flat(), gradient, fresh(2), { learningRate });
        unchanged(gradient, pull());
      });

      example(
        'adamStep leaves the old state as it was, so that a step can be tried twice',
        async ({ adamStep }) => {
          const state = fresh(2);
          await adamStep(flat(), pull(), state, { learningRate });
          unchanged(state.averages, zeros(2));
          unchanged(state.squares, zeros(2));
          close(state.step, 0, 0, 'The step of the old state');
        },
      );
    });
  },
);
