import type * as Lesson from '#kit/course/blank/07-gradient-step';
import {
  amount,
  articleOnCommonScale,
  close,
  closeModel,
  columnOf,
  computedInKernels,
  copyOfData,
  holds,
  Matrix,
  model,
  quantities,
  ranInOneLaunch,
  readsAtMost,
  reference,
  refuses,
  suite,
  tableWith,
  tolerance,
  unchanged,
  value,
  type LinearModel,
} from '#kit/testing';

export default suite<typeof Lesson>(
  import.meta,
  () => import('./exercise'),
  ({ task, example, property }) => {
    /** Few of them: the kernel of a gradient compiles for each number of rows and of columns. */
    const sizes = { rows: [2, 5], columns: [1, 3] };
    /** A table, a price for each row, and a model to begin with. */
    const problem = () =>
      tableWith((x) => ({ targets: columnOf(quantities.prices, x.rows), model: model(x.columns) }), sizes);
    /** Two rows and three features. */
    const flats = () =>
      Matrix.fromRows([
        [1, 2, 5],
        [3, 4, -2],
      ]);

    task('residuals', { points: 1 }, () => {
      example('too high is above zero, too low below', async ({ residuals }) => {
        const model = { weights: Float32Array.of(10, 20, 1), bias: 5 };
        // The model says 60 and 113.
        close(await residuals(flats(), Float32Array.of(50, 120), model), Float32Array.of(10, -7), 0);
      });

      property(
        'a residual is the prediction minus the target',
        { data: problem() },
        async ({ residuals }, { data: { x, targets, model } }) => {
          const expected = reference.residuals(x, targets, model);
          close(await residuals(x, targets, model), expected, tolerance.residuals(x, targets, model));
        },
      );

      property(
        'the model that made the targets leaves none',
        { data: tableWith((x) => ({ model: model(x.columns) }), sizes) },
        async ({ residuals }, { data: { x, model } }) => {
          const targets = Float32Array.from(reference.predictions(x, model));
          const slack = tolerance.residuals(x, targets, model);
          close(await residuals(x, targets, model), new Float32Array(x.rows), slack);
        },
      );

      property(
        'residuals takes one launch, one thread for each row',
        { data: problem() },
        async ({ residuals }, { data: { x, targets, model } }, { launches }) => {
          const { result, launches: seen } = await launches(() => residuals(x, targets, model));
          ranInOneLaunch(seen, x.rows, result);
        },
        { runs: 5 },
      );

      example('a table without rows or without columns leaves no residuals', async ({ residuals }) => {
        const line = (features: number) => ({ weights: new Float32Array(features), bias: 1 });
        await refuses(() => residuals(new Matrix(0, 3), new Float32Array(0), line(3)), 0, 3);
        await refuses(() => residuals(new Matrix(4, 0), new Float32Array(4), line(0)), 4, 0);
      });

      example('a target too few or too many is refused', async ({ residuals }) => {
        const model = { weights: new Float32Array(3), bias: 1 };
        await refuses(() => residuals(new Matrix(5, 3), new Float32Array(4), model), 4, 5);
        await refuses(() => residuals(new Matrix(5, 3), new Float32Array(6), model), 6, 5);
      });

      example('a weight too few or too many is refused', async ({ residuals }) => {
        const line = (features: number) => ({ weights: new Float32Array(features), bias: 1 });
        await refuses(() => residuals(new Matrix(5, 3), new Float32Array(5), line(2)), 2, 3);
        await refuses(() => residuals(new Matrix(5, 3), new Float32Array(5), line(4)), 4, 3);
      });

      example('residuals leaves table, targets and model as they were', async ({ residuals }) => {
        const [x, targets] = [flats(), Float32Array.of(50, 120)];
        const model = { weights: Float32Array.of(10, 20, 1), bias: 5 };
        const before = copyOfData({ x, targets, model });
        await residuals(x, targets, model);
        unchanged(x, before.x);
        unchanged(targets, before.targets);
        unchanged(model, before.model);
      });
    });

    /** A table, and how far a model is off in each of its rows. */
    const misses = () => tableWith((x) => ({ residuals: columnOf(quantities.temperatures, x.rows) }), sizes);

    /** The gradient's numbers, or sums that 2, 1/n or 2/n will make it of: the host may do that for so few. */
    const slopesOrSums = (x: Matrix, residuals: Float32Array) => {
      const { weights, bias } = reference.gradient(x, residuals);
      return [1, 1 / 2, x.rows, x.rows / 2].map((share) => [...weights, bias].map((slope) => share * slope));
    };

    task('gradient', { points: 3 }, () => {
      example('two rows and three features, by hand', async ({ gradient }) => {
        const slopes = await gradient(flats(), Float32Array.of(10, -7));
        // 2/2 · (1·10 − 3·7), 2/2 · (2·10 − 4·7), 2/2 · (5·10 + 2·7), and 2/2 · (10 − 7).
        closeModel(slopes, { weights: Float32Array.of(-11, -8, 64), bias: 3 }, { weights: 0, bias: 0 });
      });

      property(
        'it is the slope that you measure when you move each parameter a step up and a step down',
        { data: problem() },
        async ({ gradient }, { data: { x, targets, model } }) => {
          const residuals = Float32Array.from(reference.residuals(x, targets, model));
          const measured = reference.centralDifferences(x, targets, model);
          const [rounding, measuring] = [
            tolerance.gradient(x, residuals),
            tolerance.centralDifferences(x, targets, model),
          ];
          closeModel(await gradient(x, residuals), measured, {
            weights: rounding.weights.map((slack, index) => slack + measuring.weights[index]!),
            bias: rounding.bias + measuring.bias,
          });
        },
        { runs: 30 },
      );

      property(
        'rows that come twice change nothing',
        { data: misses() },
        async ({ gradient }, { data: { x, residuals } }) => {
          const order = Uint32Array.from({ length: 2 * x.rows }, (_, row) => row % x.rows);
          const twice = Float32Array.from(order, (row) => residuals[row]!);
          const once = await gradient(x, residuals);
          const [before, after] = [
            tolerance.gradient(x, residuals),
            tolerance.gradient(x.take(order), twice),
          ];
          closeModel(await gradient(x.take(order), twice), once, {
            weights: before.weights.map((slack, index) => slack + after.weights[index]!),
            bias: before.bias + after.bias,
          });
        },
        { runs: 30 },
      );

      property(
        'the bias has the slope of a feature that is 1 in every row',
        { data: misses() },
        async ({ gradient }, { data: { x, residuals } }) => {
          const ones = Matrix.fromRows(Array.from({ length: x.rows }, () => [1]));
          const slack = tolerance.gradient(ones, residuals);
          const { weights } = await gradient(ones, residuals);
          const { bias } = await gradient(x, residuals);
          close(bias, weights[0]!, 2 * slack.bias, 'The slope of the bias');
        },
        { runs: 30 },
      );

      property(
        'of 5,000 rows each one counts, and no thread reads more than 4,096 values',
        { cells: columnOf(quantities.temperatures, 7), misses: columnOf(quantities.temperatures, 11) },
        async ({ gradient }, { cells, misses }, { launches }) => {
          const x = new Matrix(5000, 3);
          x.data.forEach((_, cell) => (x.data[cell] = cells[cell % cells.length]!));
          const residuals = Float32Array.from({ length: 5000 }, (_, row) => misses[row % misses.length]!);
          const [expected, slack] = [reference.gradient(x, residuals), tolerance.gradient(x, residuals)];
          const { result, launches: seen } = await launches(() => gradient(x, residuals), { reads: true });
          closeModel(result, expected, slack);
          readsAtMost(seen, 4096);
          const blocks = { lines: x.rows / 2 };
          computedInKernels(seen, 'the slopes of all rows', slopesOrSums(x, residuals), blocks);
        },
        { runs: 1 },
      );

      property(
        'for a batch of 64 rows, 10 weights and a bias take one launch of 11 threads',
        {
          data: tableWith((x) => ({ residuals: columnOf(quantities.temperatures, x.rows) }), {
            rows: [64],
            columns: [10],
          }),
        },
        async ({ gradient }, { data: { x, residuals } }, { launches }) => {
          const { launches: seen } = await launches(() => gradient(x, residuals));
          ranInOneLaunch(seen, 11);
          computedInKernels(seen, 'the slopes', slopesOrSums(x, residuals));
        },
        { runs: 5 },
      );

      example('a table without rows or without columns has no slope', async ({ gradient }) => {
        await refuses(() => gradient(new Matrix(0, 3), new Float32Array(0)), 0, 3);
        await refuses(() => gradient(new Matrix(4, 0), new Float32Array(4)), 4, 0);
      });

      example('a residual too few or too many is refused', async ({ gradient }) => {
        await refuses(() => gradient(new Matrix(5, 3), new Float32Array(4)), 4, 5);
        await refuses(() => gradient(new Matrix(5, 3), new Float32Array(6)), 6, 5);
      });

      example('gradient leaves table and residuals as they were', async ({ gradient }) => {
        const [x, residuals] = [flats(), Float32Array.of(10, -7)];
        await gradient(x, residuals);
        unchanged(x, flats());
        unchanged(residuals, Float32Array.of(10, -7));
      });
    });

    const rateOf = (x: Matrix, share: number) => (share * 2) / reference.largestCurvature(x);

    /** So far from the optimum that a step takes off 1 % of the loss, of which rounding moves a tenth at most. */
    const hillside = () =>
      tableWith(
        (x) => ({
          targets: columnOf(quantities.prices, x.rows),
          model: model(x.columns),
          share: value({ low: 1 / 16, high: 0.95, step: 1 / 64 }),
        }),
        sizes,
      ).filter(({ x, targets, model, share }) => {
        const before = reference.loss(x, targets, model);
        const slopes = reference.gradient(x, reference.residuals(x, targets, model));
        const after = reference.loss(x, targets, reference.descended(model, slopes, rateOf(x, share)));
        const rounding = Math.max(...tolerance.residuals(x, targets, model));
        return after < 0.99 * before && rounding < 1e-4 * Math.sqrt(before);
      });

    task('descend', { points: 2 }, () => {
      example('a step against the slope, of the learning rate times the slope', async ({ descend }) => {
        const model = { weights: Float32Array.of(3, -1, 0), bias: 10 };
        const slopes = { weights: Float32Array.of(4, -2, 8), bias: -6 };
        const expected = { weights: Float32Array.of(1, 0, -4), bias: 13 };
        closeModel(await descend(model, slopes, 0.5), expected, { weights: 0, bias: 0 });
      });

      property(
        'every weight moves by rate times slope, and the bias does too',
        { model: model(4), slopes: model(4), rate: amount(2).map(Math.abs) },
        async ({ descend }, { model, slopes, rate }) => {
          const expected = reference.descended(model, slopes, rate);
          closeModel(await descend(model, slopes, rate), expected, tolerance.descended(model, slopes, rate));
        },
      );

      property(
        'below 2 / λmax, λmax the largest curvature, each step makes the loss smaller',
        { data: hillside() },
        async ({ residuals, gradient, descend }, { data: { x, targets, model, share } }) => {
          const slopes = await gradient(x, await residuals(x, targets, model));
          const [before, after] = [model, await descend(model, slopes, rateOf(x, share))].map((each) =>
            reference.loss(x, targets, each),
          );
          holds(after! < before!, 'The loss has not become smaller.', {
            expected: `a loss below ${before}`,
            got: `${after}`,
          });
        },
        { runs: 30 },
      );

      example(
        'ten steps at 0.1 over standardized rows leave about 0.64¹⁰ of the loss, 1 %',
        async ({ residuals, gradient, descend }) => {
          const { x, targets } = articleOnCommonScale(1600);
          const start = { weights: new Float32Array(x.columns), bias: 0 };
          let model: LinearModel = start;
          for (let step = 0; step < 10; step++) {
            model = await descend(model, await gradient(x, await residuals(x, targets, model)), 0.1);
          }
          const left = reference.loss(x, targets, model) / reference.loss(x, targets, start);
          // With 1,600 rows the columns are not quite independent: a factor of 2 to both sides.
          holds(left > 0.64 ** 10 / 2 && left < 0.64 ** 10 * 2, 'Another share of the loss is left.', {
            expected: 'between 0.6 % and 2.3 % of the loss',
            got: `${100 * left} %`,
          });
        },
      );

      property(
        'descend takes one launch of d + 1 threads',
        { model: model(4), slopes: model(4), rate: amount(2).map(Math.abs) },
        async ({ descend }, { model, slopes, rate }, { launches }) => {
          const { result, launches: seen } = await launches(() => descend(model, slopes, rate));
          ranInOneLaunch(seen, 5, result);
        },
        { runs: 5 },
      );

      example('a model without weights is refused', async ({ descend }) => {
        const line = () => ({ weights: new Float32Array(0), bias: 1 });
        await refuses(() => descend(line(), line(), 0.1), 0);
      });

      example('a slope too few or too many is refused', async ({ descend }) => {
        const line = (features: number) => ({ weights: new Float32Array(features), bias: 1 });
        await refuses(() => descend(line(3), line(2), 0.1), 2, 3);
        await refuses(() => descend(line(3), line(4), 0.1), 4, 3);
      });

      example('descend leaves the old model and the gradient as they were', async ({ descend }) => {
        const model = { weights: Float32Array.of(3, -1, 0), bias: 10 };
        const slopes = { weights: Float32Array.of(4, -2, 8), bias: -6 };
        const before = copyOfData({ model, slopes });
        await descend(model, slopes, 0.5);
        unchanged(model, before.model);
        unchanged(slopes, before.slopes);
      });
    });
  },
);
