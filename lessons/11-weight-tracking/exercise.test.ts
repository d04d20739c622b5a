import type * as Lesson from '#kit/course/blank/11-weight-tracking';
import {
  close,
  closeModel,
  columnOf,
  copyOfData,
  holds,
  model,
  normalizedModel,
  quantities,
  reference,
  refuses,
  scales,
  standardizer,
  suite,
  tolerance,
  trainingStatistics,
  unchanged,
} from '#kit/testing';

export default suite<typeof Lesson>(
  import.meta,
  () => import('./exercise'),
  ({ task, example, property }) => {
    type History = ReturnType<ReturnType<typeof Lesson.createTracker>['history']>;

    /** Passes when these snapshots came back, in this order, digit by digit. */
    const shows = (history: History, expected: History) => {
      holds(Array.isArray(history), 'A list of snapshots should come back.');
      const counts = `The history has ${history.length} snapshots; it should have ${expected.length}.`;
      holds(history.length === expected.length, counts);
      expected.forEach((snapshot, index) => {
        close(history[index]!.step, snapshot.step, 0, `The step of snapshot ${index}`);
        closeModel(history[index], snapshot, { weights: 0, bias: 0 }, `snapshot ${index}`);
      });
    };

    /** Without effect, and without an error, on an object that is frozen: that is one way to keep it. */
    const overwrite = (object: object, entries: object) =>
      Object.entries(entries).forEach(([key, value]) => Reflect.set(object, key, value));

    /** What rent depends on: rooms and area, early in a training and later. */
    const early = () => ({ weights: Float32Array.of(30, 2.5), bias: 87 });
    const later = () => ({ weights: Float32Array.of(42.5, 11.25), bias: 55.5 });

    task('createTracker', { points: 3 }, () => {
      example(
        'a history tells steps, weights and biases, in the order of the training',
        async ({ createTracker }) => {
          const tracker = await createTracker();
          await tracker.record(5, early());
          await tracker.record(100, later());
          await tracker.record(2500, { weights: Float32Array.of(45, 12), bias: 0 });
          shows(await tracker.history(), [
            { step: 5, ...early() },
            { step: 100, ...later() },
            { step: 2500, weights: Float32Array.of(45, 12), bias: 0 },
          ]);
        },
      );

      property(
        'a snapshot keeps what the model was, though training goes on in the same array',
        { before: model(2), after: model(2) },
        async ({ createTracker }, { before, after }) => {
          const tracker = await createTracker();
          const training = copyOfData(before);
          await tracker.record(0, training);
          training.weights.set(after.weights);
          overwrite(training, { bias: after.bias });
          await tracker.record(1, training);
          shows(await tracker.history(), [
            { step: 0, ...before },
            { step: 1, ...after },
          ]);
        },
      );

      example(
        'an answer of history stays as it was while the training goes on',
        async ({ createTracker }) => {
          const tracker = await createTracker();
          await tracker.record(0, early());
          const answer = await tracker.history();
          await tracker.record(1, later());
          await tracker.history();
          shows(answer, [{ step: 0, ...early() }]);
        },
      );

      example('whoever empties an answer of history empties only that', async ({ createTracker }) => {
        const tracker = await createTracker();
        await tracker.record(0, early());
        await tracker.record(1, later());
        const both = [
          { step: 0, ...early() },
          { step: 1, ...later() },
        ];
        const answer = await tracker.history();
        shows(answer, both);
        overwrite(answer, { length: 0 });
        shows(await tracker.history(), both);
      });

      example(
        'whoever renumbers the snapshots of an answer renumbers only those',
        async ({ createTracker }) => {
          const tracker = await createTracker();
          await tracker.record(0, early());
          const answer = await tracker.history();
          shows(answer, [{ step: 0, ...early() }]);
          overwrite(answer[0]!, { step: 1000, bias: 0 });
          shows(await tracker.history(), [{ step: 0, ...early() }]);
        },
      );

      example(
        'whoever overwrites the weights in an answer overwrites only those',
        async ({ createTracker }) => {
          const tracker = await createTracker();
          await tracker.record(0, early());
          const answer = await tracker.history();
          shows(answer, [{ step: 0, ...early() }]);
          answer[0]!.weights.fill(0);
          shows(await tracker.history(), [{ step: 0, ...early() }]);
        },
      );

      example('two trackers, one for each arm of a race, keep to themselves', async ({ createTracker }) => {
        const [normalized, raw] = [await createTracker(), await createTracker()];
        await normalized.record(0, early());
        shows(await raw.history(), []);
        await raw.record(0, later());
        shows(await normalized.history(), [{ step: 0, ...early() }]);
      });

      example(
        'record and history also work alone, without the tracker in front',
        async ({ createTracker }) => {
          const { record, history } = await createTracker();
          const alone = async () => {
            await record(0, early());
            return history();
          };
          const answer = await alone().catch((error: Error) => error);
          const sentence = 'On their own they throw. Keep the list in a variable, not on `this`.';
          if (answer instanceof Error) return holds(false, sentence, { got: answer.message });
          shows(answer, [{ step: 0, ...early() }]);
        },
      );

      example('a model without weights is not recorded', async ({ createTracker }) => {
        const tracker = await createTracker();
        await refuses(() => tracker.record(0, { weights: new Float32Array(0), bias: 3 }), 0);
      });

      property(
        'record leaves the model as it was',
        { given: model(2) },
        async ({ createTracker }, { given }) => {
          const [tracker, before] = [await createTracker(), copyOfData(given)];
          await tracker.record(0, given);
          unchanged(given.weights, before.weights);
        },
      );
    });

    /** Statistics of flats that all have 3 rooms, and 70 m², give or take 20. */
    const flats = () => ({ means: Float32Array.of(3, 70), standardDeviations: Float32Array.of(0, 20) });

    const sized = (weights: number) => ({ weights: new Float32Array(weights).fill(2), bias: 1 });

    const statisticsOf = (means: number, deviations: number) => ({
      means: new Float32Array(means).fill(5),
      standardDeviations: new Float32Array(deviations).fill(2),
    });

    /** The article's figures are known to six digits; what follows from them, to a thousandth. */
    const thousandth = { weights: 1e-3, bias: 1e-3 };

    task('toRawUnits', { points: 2 }, () => {
      example(
        'the article’s normalized weights turn out to be its scales: 78.990 of 79, 93.007 of 93, …',
        async ({ toRawUnits }) => {
          const expected = {
            weights: Float32Array.of(
              78.99,
              93.007,
              47.992,
              48.004,
              83.993,
              52.994,
              17.997,
              91.991,
              92.974,
              21.998,
            ),
            bias: 0.03,
          };
          closeModel(await toRawUnits(normalizedModel(), trainingStatistics()), expected, thousandth);
        },
      );

      property(
        'a weight is divided by its deviation, and the bias gives up what the means weigh',
        { given: model(3), statistics: standardizer(3) },
        async ({ toRawUnits }, { given, statistics }) => {
          const expected = reference.rawUnits(given, statistics);
          closeModel(await toRawUnits(given, statistics), expected, tolerance.rawUnits(given, statistics));
        },
      );

      property(
        'the model in raw units predicts for any row what the given one does for the standardized row',
        { given: model(3), statistics: standardizer(3), row: columnOf(quantities.prices, 3) },
        async ({ toRawUnits }, { given, statistics, row }) => {
          const expected = reference.prediction(reference.standardizedRow(row, statistics), given);
          const got = reference.prediction(row, await toRawUnits(given, statistics));
          const slack = tolerance.prediction(row, tolerance.rawUnits(given, statistics));
          close(got, expected, slack, 'The prediction');
        },
      );

      example(
        'the weight of a constant column stays, since a deviation of 0 divides by 1',
        async ({ toRawUnits }) => {
          const rent = { weights: Float32Array.of(8, 120), bias: 1000 };
          const statistics = flats();
          const expected = { weights: Float32Array.of(8, 6), bias: 1000 - 3 * 8 - 70 * 6 };
          closeModel(await toRawUnits(rent, statistics), expected, tolerance.rawUnits(rent, statistics));
        },
      );

      example('toRawUnits refuses a standardizer of other columns', async ({ toRawUnits }) => {
        await refuses(() => toRawUnits(sized(3), statisticsOf(2, 2)), 3, 2);
        await refuses(() => toRawUnits(sized(4), statisticsOf(4, 1)), 4, 1);
      });

      example('toRawUnits refuses a model without weights', async ({ toRawUnits }) => {
        await refuses(() => toRawUnits(sized(0), statisticsOf(0, 0)), 0);
      });

      example('toRawUnits leaves model and standardizer as they were', async ({ toRawUnits }) => {
        const [rent, statistics] = [early(), flats()];
        await toRawUnits(rent, statistics);
        unchanged(rent.weights, early().weights);
        unchanged(statistics.means, flats().means);
        unchanged(statistics.standardDeviations, flats().standardDeviations);
      });
    });

    task('toStandardUnits', { points: 2 }, () => {
      example(
        'the article’s scales are 22.761, 26.803, … in standard units, with the mean of y as their bias',
        async ({ toStandardUnits }) => {
          const expected = {
            weights: Float32Array.of(
              22.761,
              26.803,
              13.866,
              13.87,
              24.244,
              15.295,
              5.203,
              26.542,
              26.86,
              6.35,
            ),
            bias: 315.149,
          };
          const truth = { weights: Float32Array.from(scales), bias: 0 };
          closeModel(await toStandardUnits(truth, trainingStatistics()), expected, thousandth);
        },
      );

      property(
        'a weight is multiplied by its deviation, and the bias takes up what the means weigh',
        { given: model(3), statistics: standardizer(3) },
        async ({ toStandardUnits }, { given, statistics }) => {
          const expected = reference.standardUnits(given, statistics);
          const slack = tolerance.standardUnits(given, statistics);
          closeModel(await toStandardUnits(given, statistics), expected, slack);
        },
      );

      property(
        'the model in standard units predicts for any standardized row what the given one does for the row',
        { given: model(3), statistics: standardizer(3), row: columnOf(quantities.prices, 3) },
        async ({ toStandardUnits }, { given, statistics, row }) => {
          const z = reference.standardizedRow(row, statistics);
          const got = reference.prediction(z, await toStandardUnits(given, statistics));
          const slack = tolerance.prediction(z, tolerance.standardUnits(given, statistics));
          close(got, reference.prediction(row, given), slack, 'The prediction');
        },
      );

      property(
        'a model that goes to raw units and back is the model that it was',
        { given: model(3), statistics: standardizer(3) },
        async ({ toRawUnits, toStandardUnits }, { given, statistics }) => {
          const back = await toStandardUnits(await toRawUnits(given, statistics), statistics);
          closeModel(back, given, tolerance.thereAndBack(given, statistics));
        },
      );

      example(
        'the weight of a constant column is not lost, since a deviation of 0 multiplies by 1',
        async ({ toStandardUnits }) => {
          const rent = { weights: Float32Array.of(8, 6), bias: 556 };
          const statistics = flats();
          const expected = { weights: Float32Array.of(8, 120), bias: 556 + 3 * 8 + 70 * 6 };
          closeModel(
            await toStandardUnits(rent, statistics),
            expected,
            tolerance.standardUnits(rent, statistics),
          );
        },
      );

      example('toStandardUnits refuses a standardizer of other columns', async ({ toStandardUnits }) => {
        await refuses(() => toStandardUnits(sized(3), statisticsOf(2, 2)), 3, 2);
        await refuses(() => toStandardUnits(sized(4), statisticsOf(4, 1)), 4, 1);
      });

      example('toStandardUnits refuses a model without weights', async ({ toStandardUnits }) => {
        await refuses(() => toStandardUnits(sized(0), statisticsOf(0, 0)), 0);
      });

      example('toStandardUnits leaves model and standardizer as they were', async ({ toStandardUnits }) => {
        const [rent, statistics] = [early(), flats()];
        await toStandardUnits(rent, statistics);
        unchanged(rent.weights, early().weights);
        unchanged(statistics.means, flats().means);
        unchanged(statistics.standardDeviations, flats().standardDeviations);
      });
    });
  },
);
