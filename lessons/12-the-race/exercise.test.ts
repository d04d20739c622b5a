import type * as Lesson from '#kit/course/blank/12-the-race';
import {
  close,
  copyOfData,
  equal,
  holds,
  Matrix,
  reference,
  refuses,
  seed,
  smallExperiment,
  suite,
  unchanged,
  unitsExperiment,
  type Experiment,
  type Gradient,
  type LinearModel,
} from '#kit/testing';

/** Seven rows of one feature to learn from, three to be judged on. In batches of three there is a rest. */
function sevenRows(): Experiment {
  const table = (values: number[]) => new Matrix(values.length, 1, Float32Array.from(values));
  return {
    train: { x: table([1, 2, 3, 4, 5, 6, 7]), targets: Float32Array.of(2, 4, 8, 16, 32, 64, 128) },
    valid: { x: table([100, 110, 150]), targets: Float32Array.of(1, 0, 3) },
    model: { weights: Float32Array.of(0.5), bias: 1 },
  };
}

/** An optimizer that keeps the model, and everything that it was told. */
function standStill() {
  const told: { gradient: Gradient; position: number }[] = [];
  const update = async (model: LinearModel, gradient: Gradient, position: number) => {
    told.push({ gradient: copyOfData(gradient), position });
    return model;
  };
  return { told, update };
}

/** Plain gradient descent that computes on its own side: a thousand steps need not ask the lesson for each. */
const descent = (rate: number) => async () => async (model: LinearModel, gradient: Gradient) => {
  const { weights, bias } = reference.descended(model, gradient, rate);
  return { weights: Float32Array.from(weights), bias };
};

/** The targets that batches of one row have seen, in order: with no weights, the residual is −target. */
const targetsSeen = (told: readonly { gradient: Gradient }[]) =>
  told.map(({ gradient }) => -gradient.bias / 2);

const nothing: LinearModel = { weights: Float32Array.of(0), bias: 0 };
const sorted = (values: Iterable<number>) => [...values].toSorted((a, b) => a - b);
const text = (values: ArrayLike<number>) => `[${Array.from(values).join(', ')}]`;

/** Validation loss in units of the targets' variance: 1 for a model that predicts their mean. */
const relative = (loss: number, { valid }: Experiment) => loss / reference.variance(valid.targets);

export default suite<typeof Lesson>(
  import.meta,
  () => import('./exercise'),
  ({ task, example, property }) => {
    task('batches', { points: 1 }, () => {
      property(
        'every row comes once, in batches of the size asked for',
        { seed: seed() },
        async ({ batches }, { seed }) => {
          const cut = await batches(10, 4, seed);
          const sizes = cut.map((batch) => batch.length);
          holds(text(sizes) === '[4, 4, 2]', 'Ten rows in batches of 4 are 4, 4 and 2.', {
            expected: '[4, 4, 2]',
            got: text(sizes),
          });
          const rows = sorted(cut.flatMap((batch) => [...batch]));
          holds(text(rows) === '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]', 'Each row belongs into exactly one batch.', {
            expected: '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9] in some order',
            got: text(rows),
          });
        },
      );

      example('the same seed gives the same batches, another seed another order', async ({ batches }) => {
        const order = async (seed: number) =>
          text((await batches(50, 8, seed)).flatMap((batch) => [...batch]));
        holds((await order(1)) === (await order(1)), 'The same seed should give the same batches.');
        holds((await order(1)) !== (await order(2)), 'Another seed should give another order.');
      });

      example('no rows, or no batch size, are refused', async ({ batches }) => {
        await refuses(() => batches(0, 64, 1), 0, 64);
        await refuses(() => batches(10, 0, 1), 10, 0);
      });
    });

    task('fit', { points: 4 }, () => {
      example('each epoch shows every row once, in an order of its own', async ({ fit }) => {
        const { train, valid } = sevenRows();
        const { told, update } = standStill();
        await fit({ train, valid, model: nothing, epochs: 3, batchSize: 1, seed: 5, update });
        const seen = targetsSeen(told);
        const epochs = [seen.slice(0, 7), seen.slice(7, 14), seen.slice(14)];
        for (const epoch of epochs) equal(Float32Array.from(sorted(epoch)), train.targets);
        const orders = new Set(epochs.map(text));
        holds(orders.size > 1, 'Every epoch shows the rows in the same order.');
      });

      example('the gradient is that of the batch, and the position runs from 0 to 1', async ({ fit }) => {
        const { train, valid, model } = sevenRows();
        const { told, update } = standStill();
        await fit({ train, valid, model, epochs: 2, batchSize: 7, seed: 1, update });
        const expected = reference.gradient(train.x, reference.residuals(train.x, train.targets, model));
        const [first] = told;
        holds(told.length === 2, 'Two epochs of one batch make two updates.', {
          expected: '2',
          got: `${told.length}`,
        });
        close(first!.gradient.bias, expected.bias, 1e-4, 'The gradient of the bias');
        equal(
          Float32Array.from(told, ({ position }) => position),
          Float32Array.of(0, 0.5),
        );
      });

      example(
        'each batch loss is the mean over its own rows, also when the batch is short',
        async ({ fit }) => {
          const { train, valid } = sevenRows();
          const losses: number[] = [];
          const level = { ...train, targets: new Float32Array(7).fill(3) };
          await fit({
            train: level,
            valid,
            model: nothing,
            epochs: 1,
            batchSize: 3,
            seed: 2,
            update: standStill().update,
            onStep: async ({ loss }) => {
              losses.push(loss);
            },
          });
          equal(Float32Array.from(losses), Float32Array.of(9, 9, 9));
        },
      );

      example('trainLoss is the mean of the batch losses, each taken before its update', async ({ fit }) => {
        const { train, valid } = sevenRows();
        const level = { ...train, targets: new Float32Array(7).fill(8) };
        // The bias goes 0, 2, 4, …: the losses of an epoch of three batches are 64, 36 and 16.
        const update = async ({ weights, bias }: LinearModel) => ({ weights, bias: bias + 2 });
        const run = await fit({
          train: level,
          valid,
          model: nothing,
          epochs: 1,
          batchSize: 3,
          seed: 3,
          update,
        });
        close(run.epochs[0]!.trainLoss, (64 + 36 + 16) / 3, 1e-4, 'trainLoss');
        close(run.model.bias, 6, 0, 'The bias of the trained model');
      });

      example(
        'validLoss is exact, over the validation rows, with the model of the end of the epoch',
        async ({ fit }) => {
          const { train, valid, model } = sevenRows();
          const update = async ({ weights, bias }: LinearModel) => ({ weights, bias: bias + 1 });
          const run = await fit({ train, valid, model, epochs: 2, batchSize: 3, seed: 4, update });
          const expected = [3, 6].map((moves) => {
            const moved = { weights: model.weights, bias: model.bias + moves };
            return reference.meanSquaredError(reference.predictions(valid.x, moved), valid.targets);
          });
          const got = run.epochs.map(({ validLoss }) => validLoss);
          close(
            Float32Array.from(got),
            Float32Array.from(expected),
            expected.map((loss) => 1e-5 * loss),
            'The losses',
          );
          equal(
            Float32Array.from(run.epochs, ({ epoch }) => epoch),
            Float32Array.of(0, 1),
          );
        },
      );

      example('onStep is told step, loss before and model after, and fit waits for it', async ({ fit }) => {
        const { train, valid } = sevenRows();
        const level = { ...train, targets: new Float32Array(7).fill(1) };
        const events: string[] = [];
        await fit({
          train: level,
          valid,
          model: nothing,
          epochs: 2,
          batchSize: 4,
          seed: 6,
          update: async ({ weights, bias }) => {
            events.push('update');
            return { weights, bias: bias + 1 };
          },
          onStep: async ({ step, model, loss }) => {
            await new Promise((resolve) => setTimeout(resolve, 1));
            events.push(`step ${step}: bias ${model.bias}, loss ${loss}`);
          },
        });
        const expected = [0, 1, 2, 3].flatMap((step) => [
          'update',
          `step ${step}: bias ${step + 1}, loss ${(step - 1) ** 2}`,
        ]);
        holds(events.join('; ') === expected.join('; '), 'onStep comes after each update, and is awaited.', {
          expected: expected.join('; '),
          got: events.join('; '),
        });
      });

      example('no epochs, or no validation rows, are refused', async ({ fit }) => {
        const { train, valid, model } = sevenRows();
        const { update } = standStill();
        const options = { train, valid, model, epochs: 1, batchSize: 3, seed: 1, update };
        await refuses(() => fit({ ...options, epochs: 0 }), 0);
        await refuses(
          () => fit({ ...options, valid: { x: new Matrix(0, 1), targets: new Float32Array(0) } }),
          0,
        );
      });

      example('fit leaves the model that it starts from, and the data, as they were', async ({ fit }) => {
        const { train, valid, model } = sevenRows();
        const update = async ({ weights, bias }: LinearModel) => ({
          weights: weights.map((w) => w + 1),
          bias,
        });
        await fit({ train, valid, model, epochs: 1, batchSize: 3, seed: 1, update });
        unchanged(model.weights, sevenRows().model.weights);
        unchanged(train.x, sevenRows().train.x);
        unchanged(train.targets, sevenRows().train.targets);
      });
    });

    task('race', { points: 4 }, () => {
      example('both arms start from the same model and see the same batches', async ({ race }) => {
        const { train, valid } = sevenRows();
        const arms: ReturnType<typeof standStill>[] = [];
        const startUpdate = async () => {
          const arm = standStill();
          arms.push(arm);
          return arm.update;
        };
        await race({ train, valid, model: nothing, epochs: 2, batchSize: 1, seed: 8, startUpdate });
        const [one, other] = arms;
        holds(arms.length === 2, 'Each arm starts an optimizer of its own.', {
          expected: '2 starts',
          got: `${arms.length}`,
        });
        const [left, right] = [targetsSeen(one!.told), targetsSeen(other!.told)];
        holds(text(left) === text(right), 'Both arms should see the same rows in the same order.', {
          expected: text(left),
          got: text(right),
        });
      });

      example('the second arm does not go on where the first has ended', async ({ race }) => {
        const { train, valid, model } = sevenRows();
        const startUpdate =
          async () =>
          async ({ weights, bias }: LinearModel) => ({ weights, bias: bias + 1 });
        const { normalized, raw } = await race({
          train,
          valid,
          model,
          epochs: 2,
          batchSize: 3,
          seed: 1,
          startUpdate,
        });
        equal(Float32Array.of(normalized.model.bias, raw.model.bias), Float32Array.of(7, 7));
      });

      example(
        'one arm sees standard units, by the training rows alone, the other the rows as they are',
        async ({ race }) => {
          const { train, valid, model } = sevenRows();
          const startUpdate = async () => standStill().update;
          const { normalized, raw } = await race({
            train,
            valid,
            model,
            epochs: 1,
            batchSize: 3,
            seed: 1,
            startUpdate,
          });
          const inUnits = reference.transformed(valid.x, reference.fitted(train.x));
          const lossOn = (x: Matrix) => reference.loss(x, valid.targets, model);
          close(
            normalized.epochs[0]!.validLoss,
            lossOn(inUnits),
            1e-5 * lossOn(inUnits),
            'The loss of the normalized arm',
          );
          close(raw.epochs[0]!.validLoss, lossOn(valid.x), 1e-5 * lossOn(valid.x), 'The loss of the raw arm');
        },
      );

      property(
        'the final check: after ten epochs, normalized has learned everything, and raw has not',
        { seed: seed() },
        async ({ race, descend }, { seed }) => {
          const experiment = smallExperiment(seed);
          const startUpdate = async () => (model: LinearModel, gradient: Gradient) =>
            descend(model, gradient, 0.1);
          const run = await race({ ...experiment, epochs: 10, batchSize: 64, seed, startUpdate });
          const [normalized, raw] = [run.normalized, run.raw].map(({ epochs }) =>
            epochs.map(({ validLoss }) => relative(validLoss, experiment)),
          );
          const shown = { got: `normalized ${normalized!.at(-1)}, raw ${raw!.at(-1)}` };
          holds(
            normalized!.at(-1)! <= 1e-6,
            'Normalized should end at a millionth of the variance or less.',
            shown,
          );
          holds(
            raw!.at(-1)! >= 1e-4 && raw!.at(-1)! <= 0.1,
            'Raw should end between 0.0001 and 0.1 of the variance.',
            shown,
          );
          holds(
            raw!.at(-1)! >= 1e4 * Math.max(normalized!.at(-1)!, 1e-30),
            'Normalized should end 10,000 times lower.',
            shown,
          );
          holds(normalized![1]! <= 0.01, 'Normalized should be under 1 % after two epochs.');
          holds(
            raw!.slice(0, 3).every((loss) => loss > 0.01),
            'Raw should not be under 1 % before the fourth epoch.',
          );
        },
        { runs: 1 },
      );

      property(
        'at the same rate, raw needs at least eight times as many steps',
        { seed: seed() },
        async ({ race }, { seed }) => {
          // Batches of all rows are no help here: one epoch of small ones, and the loss after each.
          const experiment = smallExperiment(seed);
          const startUpdate = descent(0.1);
          const run = await race({ ...experiment, epochs: 12, batchSize: 64, seed, startUpdate });
          const epochsTo = (losses: readonly { validLoss: number }[]) => {
            const reached = losses.findIndex(({ validLoss }) => relative(validLoss, experiment) <= 1e-3);
            return reached === -1 ? Infinity : reached + 1;
          };
          const [normalized, raw] = [epochsTo(run.normalized.epochs), epochsTo(run.raw.epochs)];
          holds(raw >= 8 * normalized, 'Raw should need at least eight times as many epochs.', {
            expected: `at least ${8 * normalized} epochs`,
            got: `${raw} epochs, where normalized needs ${normalized}`,
          });
        },
        { runs: 1 },
      );

      property(
        'in real units raw does not learn at all, and what normalized learned can be put back into them',
        { seed: seed() },
        async ({ race, fitStandardizer, toRawUnits }, { seed }) => {
          const experiment = unitsExperiment(seed);
          const { train, valid } = experiment;
          const run = await race({
            ...experiment,
            epochs: 10,
            batchSize: 64,
            seed,
            startUpdate: descent(0.1),
          });
          const normalized = relative(run.normalized.epochs.at(-1)!.validLoss, experiment);
          holds(normalized <= 1e-6, 'Normalized should learn data in real units.', { got: `${normalized}` });
          // At this rate it overflows; at one that it can bear, it hardly moves.
          const slow = await race({
            ...experiment,
            epochs: 1,
            batchSize: 64,
            seed,
            startUpdate: descent(1e-11),
          });
          for (const { raw } of [run, slow]) {
            const loss = relative(raw.epochs.at(-1)!.validLoss, experiment);
            holds(!(loss < 0.1), 'Raw cannot learn data in real units.', { got: `${loss}` });
          }
          const model = await toRawUnits(run.normalized.model, await fitStandardizer(train.x));
          const back = relative(reference.loss(valid.x, valid.targets, model), experiment);
          holds(back <= 1e-4, 'Put back into the units of the data, the model should predict as well.', {
            got: `${back}`,
          });
        },
        { runs: 1 },
      );
    });
  },
);
