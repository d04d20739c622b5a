import type * as Lesson from '#kit/course/blank/06-linear-model';
import {
  amount,
  carColumn,
  close,
  column,
  computedInKernels,
  copyOfData,
  equal,
  factor,
  firstRows,
  Matrix,
  model,
  normalizedModel,
  normalizedRows,
  quantities,
  ranAsKernel,
  reference,
  refuses,
  scales,
  suite,
  table,
  tableWith,
  tolerance,
  unchanged,
} from '#kit/testing';

export default suite<typeof Lesson>(
  import.meta,
  () => import('./exercise'),
  ({ task, example, property }) => {
    const reversed = (x: Matrix) =>
      Matrix.fromRows(Array.from({ length: x.rows }, (_, row) => x.row(row).toReversed()));

    task('predict', { points: 2 }, () => {
      example('three flats at $3 a square metre, $50 a room, and $100 for any flat', async ({ predict }) => {
        const flats = Matrix.fromRows([
          [80, 3],
          [55, 2],
          [120, 4],
        ]);
        const rents = await predict(flats, { weights: Float32Array.of(3, 50), bias: 100 });
        equal(rents, Float32Array.of(490, 365, 660));
      });

      property(
        'a prediction is every feature times its weight, added up, plus the bias',
        { data: tableWith((x) => ({ model: model(x.columns) })) },
        async ({ predict }, { data: { x, model } }) => {
          const expected = reference.predictions(x, model);
          close(await predict(x, model), expected, tolerance.predictions(x, model));
        },
      );

      property(
        'with all weights 0, the bias alone is predicted for every row',
        { x: table(), bias: factor(100) },
        async ({ predict }, { x, bias }) => {
          const weights = new Float32Array(x.columns);
          equal(await predict(x, { weights, bias }), new Float32Array(x.rows).fill(bias));
        },
        { runs: 50 },
      );

      property(
        'a row that is 1 in one column and 0 in the others picks the weight of that column',
        { model: model(4) },
        async ({ predict }, { model: { weights } }) => {
          const picks = [2, 0, 3, 1, 3, 2];
          const x = Matrix.fromRows(
            picks.map((pick) => [0, 1, 2, 3].map((index) => (index === pick ? 1 : 0))),
          );
          const expected = Float32Array.from(picks, (pick) => weights[pick]!);
          equal(await predict(x, { weights, bias: 0 }), expected);
        },
      );

      property(
        'the sum of two models predicts the sum of their predictions, below zero too',
        { data: tableWith((x) => ({ one: model(x.columns), other: model(x.columns) })) },
        async ({ predict }, { data: { x, one, other } }) => {
          const both = {
            weights: one.weights.map((weight, index) => weight + other.weights[index]!),
            bias: one.bias + other.bias,
          };
          const [first, second] = [await predict(x, one), await predict(x, other)];
          const slack = [one, other, both].map((each) => tolerance.predictions(x, each));
          close(
            await predict(x, both),
            Float64Array.from(first, (prediction, row) => prediction + second[row]!),
            Float64Array.from(first, (_, row) => reference.sum(slack.map((each) => each[row]!))),
          );
        },
        { runs: 50 },
      );

      property(
        'the order of the features does not matter, as long as the weights are in the same order',
        { data: tableWith((x) => ({ model: model(x.columns) }), { columns: [3, 4] }) },
        async ({ predict }, { data: { x, model } }) => {
          const turned = { weights: model.weights.toReversed(), bias: model.bias };
          const slack = tolerance.predictions(x, model).map((each) => 2 * each);
          close(await predict(reversed(x), turned), await predict(x, model), slack);
        },
        { runs: 50 },
      );

      example('the scales give the five rows that the article prints', async ({ predict }) => {
        const { x, targets } = firstRows();
        const model = { weights: Float32Array.from(scales), bias: 0 };
        // The article's six digits leave 1.1e-4.
        const slack = tolerance.predictions(x, model).map((each) => each + 1.1e-4);
        close(await predict(x, model), targets, slack);
      });

      example('the trained model gives the nine predictions that the article prints', async ({ predict }) => {
        const { x, predictions } = normalizedRows();
        // The article's graphics card multiplied with fewer digits.
        close(await predict(x, normalizedModel()), predictions, 0.05);
      });

      property(
        'predict runs as a kernel, one thread for each row',
        { data: tableWith((x) => ({ model: model(x.columns) })) },
        async ({ predict }, { data: { x, model } }, { launches }) => {
          const { result, launches: seen } = await launches(() => predict(x, model));
          ranAsKernel(seen, [x.rows], result);
        },
        { runs: 5 },
      );

      example('a table without rows or without columns is refused', async ({ predict }) => {
        await refuses(() => predict(new Matrix(0, 3), { weights: new Float32Array(3), bias: 1 }), 0, 3);
        await refuses(() => predict(new Matrix(4, 0), { weights: new Float32Array(0), bias: 1 }), 4, 0);
      });

      example('a model with a weight too few or too many is refused', async ({ predict }) => {
        await refuses(() => predict(new Matrix(5, 3), { weights: new Float32Array(2), bias: 1 }), 2, 3);
        await refuses(() => predict(new Matrix(5, 3), { weights: new Float32Array(4), bias: 1 }), 4, 3);
      });

      example('predict leaves the table and the model as they were', async ({ predict }) => {
        const flats = Matrix.fromRows([
          [80, 3],
          [55, 2],
          [120, 4],
        ]);
        const model = { weights: Float32Array.of(3, 50), bias: 100 };
        const [table, before] = [copyOfData(flats), copyOfData(model)];
        await predict(flats, model);
        unchanged(flats, table);
        unchanged(model, before);
      });
    });

    const twice = (values: Float32Array) => Float32Array.from([...values, ...values]);

    task('meanSquaredError', { points: 2 }, () => {
      example('errors of 2, 0 and −3 have a mean square of 13/3', async ({ meanSquaredError }) => {
        const [forecast, temperatures] = [Float32Array.of(21, 18, 12), Float32Array.of(19, 18, 15)];
        const slack = tolerance.meanSquaredError(forecast, temperatures);
        close(await meanSquaredError(forecast, temperatures), 13 / 3, slack);
      });

      property(
        'each error counts squared, and the squares are shared out equally',
        { targets: column(), miss: amount(50), more: amount(8) },
        async ({ meanSquaredError }, { targets, miss, more }) => {
          const predictions = targets.map((target, row) => target + miss + row * more);
          const expected = reference.meanSquaredError(predictions, targets);
          const slack = tolerance.meanSquaredError(predictions, targets);
          close(await meanSquaredError(predictions, targets), expected, slack);
        },
      );

      property(
        'it is 0 when all is right, and errors to both sides do not cancel',
        { targets: column(), miss: factor(50) },
        async ({ meanSquaredError }, { targets, miss }) => {
          equal(await meanSquaredError(targets.slice(), targets), 0);
          const predictions = targets.slice();
          predictions[0]! += miss;
          predictions[1]! -= miss;
          const expected = (2 * miss ** 2) / targets.length;
          const slack = tolerance.meanSquaredError(predictions, targets);
          close(await meanSquaredError(predictions, targets), expected, slack);
        },
      );

      property(
        'too high is as wrong as too low: predictions and targets may change places',
        { targets: column(), miss: factor(50) },
        async ({ meanSquaredError }, { targets, miss }) => {
          const predictions = targets.map((target) => target + miss);
          const slack = 2 * tolerance.meanSquaredError(predictions, targets);
          close(
            await meanSquaredError(predictions, targets),
            await meanSquaredError(targets, predictions),
            slack,
          );
        },
        { runs: 50 },
      );

      property(
        'in another unit, k times as fine, it is k² times as large',
        { targets: column({ quantity: quantities.prices }), miss: factor(50), unit: factor(8) },
        async ({ meanSquaredError }, { targets, miss, unit }) => {
          const predictions = targets.map((target) => target + miss);
          const [ours, theirs] = [predictions, targets].map((values) => values.map((each) => unit * each));
          const slack =
            tolerance.meanSquaredError(ours!, theirs!) +
            unit ** 2 * tolerance.meanSquaredError(predictions, targets);
          close(
            await meanSquaredError(ours!, theirs!),
            unit ** 2 * (await meanSquaredError(predictions, targets)),
            slack,
          );
        },
        { runs: 50 },
      );

      property(
        'rows that come twice change nothing',
        { targets: column(), miss: factor(50) },
        async ({ meanSquaredError }, { targets, miss }) => {
          const predictions = targets.map((target, row) => target + miss * row);
          const slack = 2 * tolerance.meanSquaredError(predictions, targets);
          close(
            await meanSquaredError(twice(predictions), twice(targets)),
            await meanSquaredError(predictions, targets),
            slack,
          );
        },
        { runs: 50 },
      );

      example(
        'who predicts the mean horsepower for all 392 cars is wrong by the variance',
        async ({ meanSquaredError }) => {
          const power = await carColumn('power');
          const mean = new Float32Array(power.length).fill(reference.mean(power));
          const variance = reference.standardDeviation(power) ** 2;
          // A mean that is off by δ adds δ².
          const slack = tolerance.meanSquaredError(mean, power) + tolerance.mean(power) ** 2;
          close(await meanSquaredError(mean, power), variance, slack);
        },
      );

      example(
        'fifty thousand small errors beside a large one are all counted',
        async ({ meanSquaredError }) => {
          const targets = new Float32Array(50_000);
          const predictions = new Float32Array(50_000).fill(0.1);
          predictions[0] = 1000;
          const expected = reference.meanSquaredError(predictions, targets);
          const slack = tolerance.meanSquaredError(predictions, targets);
          close(await meanSquaredError(predictions, targets), expected, slack);
        },
      );

      property(
        'the squares come from a kernel, one thread for each prediction',
        { targets: column(), miss: amount(50), more: amount(8) },
        async ({ meanSquaredError }, { targets, miss, more }, { launches }) => {
          const predictions = targets.map((target, row) => target + miss + row * more);
          const { launches: seen } = await launches(() => meanSquaredError(predictions, targets));
          ranAsKernel(seen, [targets.length]);
          const squares = predictions.map((prediction, row) => (prediction - targets[row]!) ** 2);
          // A thread may take its share of the mean at once.
          const shares = squares.map((square) => square / targets.length);
          computedInKernels(seen, 'the squares of the errors', [squares, shares]);
        },
        { runs: 5 },
      );

      example('without predictions there is no mean to take', async ({ meanSquaredError }) => {
        await refuses(() => meanSquaredError(new Float32Array(0), new Float32Array(0)), 0);
      });

      example(
        'each prediction needs a target, and each target a prediction',
        async ({ meanSquaredError }) => {
          await refuses(() => meanSquaredError(Float32Array.of(21, 18, 12), Float32Array.of(19, 18)), 3, 2);
          await refuses(() => meanSquaredError(Float32Array.of(21, 18), Float32Array.of(19, 18, 15)), 2, 3);
        },
      );

      example('meanSquaredError leaves both inputs as they were', async ({ meanSquaredError }) => {
        const [forecast, temperatures] = [Float32Array.of(21, 18, 12), Float32Array.of(19, 18, 15)];
        await meanSquaredError(forecast, temperatures);
        unchanged(forecast, Float32Array.of(21, 18, 12));
        unchanged(temperatures, Float32Array.of(19, 18, 15));
      });
    });
  },
);
