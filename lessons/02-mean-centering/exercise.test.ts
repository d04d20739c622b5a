import type * as Lesson from '#kit/course/blank/02-mean-centering';
import {
  amount,
  carColumn,
  close,
  column,
  ranAsKernel,
  reference,
  refuses,
  sixNumbers,
  suite,
  tolerance,
  unchanged,
} from '#kit/testing';

export default suite<typeof Lesson>(
  import.meta,
  () => import('./exercise'),
  ({ task, example, property }) => {
    task('mean', { points: 2 }, () => {
      example('the mean of 1, 5, 10, 25, 100 and 1000 is 190.1666…', async ({ mean }) => {
        close(await mean(sixNumbers()), 1141 / 6, tolerance.mean(sixNumbers()));
      });

      example('a week of frost has a mean below zero', async ({ mean }) => {
        const temperatures = Float32Array.of(-12, -7.5, -3, 1, 4.5, -2, -9);
        close(await mean(temperatures), -4, tolerance.mean(temperatures));
      });

      example('the engines of 392 cars have a mean horsepower', async ({ mean }) => {
        const power = await carColumn('power');
        close(await mean(power), reference.mean(power), tolerance.mean(power));
      });

      property(
        'the mean is the total, shared out equally',
        { values: column() },
        async ({ mean }, { values }) => {
          const expected = reference.mean(values);
          close(await mean(values), expected, tolerance.mean(values));
        },
      );

      property(
        'when every value grows by the same amount, so does the mean',
        { values: column(), growth: amount(100) },
        async ({ mean }, { values, growth }) => {
          const grown = values.map((value) => value + growth);
          close(
            await mean(grown),
            (await mean(values)) + growth,
            tolerance.mean(grown) + tolerance.mean(values),
          );
        },
      );

      example('an empty column has no mean', async ({ mean }) => {
        await refuses(() => mean(new Float32Array(0)), 0);
      });

      example('mean leaves its input as it was', async ({ mean }) => {
        const prices = Float32Array.of(30, 10, 20);
        await mean(prices);
        unchanged(prices, Float32Array.of(30, 10, 20));
      });
    });

    const gaps = (entries: Float32Array) => entries.slice(1).map((entry, index) => entry - entries[index]!);

    task('center', { points: 2 }, () => {
      example('the six numbers, centered, lie around zero', async ({ center }) => {
        const mean = reference.mean(sixNumbers());
        const expected = Float32Array.of(
          -189.16667,
          -185.16667,
          -180.16667,
          -165.16667,
          -90.16667,
          809.83333,
        );
        close(await center(sixNumbers(), mean), expected, tolerance.centered(sixNumbers(), mean));
      });

      property(
        'center subtracts the number it is given',
        { values: column(), mean: amount(300) },
        async ({ center }, { values, mean }) => {
          const expected = values.map((value) => value - mean);
          close(await center(values, mean), expected, tolerance.centered(values, mean));
        },
      );

      property('the mean of a centered column is 0', { values: column() }, async ({ center }, { values }) => {
        const mean = reference.mean(values);
        const centered = await center(values, mean);
        const slack = reference.mean(tolerance.centered(values, mean));
        close(reference.mean(centered), 0, slack, 'The mean of the result');
      });

      property(
        'when every value grows by the same amount, the centered values stay',
        { values: column(), growth: amount(100) },
        async ({ center }, { values, growth }) => {
          const mean = reference.mean(values);
          const grown = values.map((value) => value + growth);
          const [before, after] = [await center(values, mean), await center(grown, mean + growth)];
          const slack = tolerance.centered(grown, mean + growth);
          close(
            after,
            before,
            slack.map((entry, index) => entry + tolerance.centered(values, mean)[index]!),
          );
        },
      );

      property('centering twice is centering once', { values: column() }, async ({ center }, { values }) => {
        const mean = reference.mean(values);
        const once = await center(values, mean);
        const rest = reference.mean(once);
        // The first time may leave a mean of a few roundings, which the second then takes away.
        const left = reference.mean(tolerance.centered(values, mean));
        const slack = tolerance.centered(once, rest).map((entry) => entry + left);
        close(await center(once, rest), once, slack);
      });

      property('the gaps between neighbours stay', { values: column() }, async ({ center }, { values }) => {
        const mean = reference.mean(values);
        const expected = gaps(values);
        const slack = tolerance.centered(values, mean);
        close(
          gaps(await center(values, mean)),
          expected,
          slack.slice(1).map((entry, index) => entry + slack[index]!),
          'The gaps',
        );
      });

      property(
        'center runs as a kernel, one thread for each value',
        { values: column(), mean: amount(300) },
        async ({ center }, { values, mean }, { launches }) => {
          const { result, launches: seen } = await launches(() => center(values, mean));
          ranAsKernel(seen, [values.length], result);
        },
        { runs: 5 },
      );

      example('there is nothing to center in an empty column', async ({ center }) => {
        await refuses(() => center(new Float32Array(0), 1), 0);
      });

      example('center leaves its input as it was', async ({ center }) => {
        const heights = Float32Array.of(180, 165, 172.5);
        await center(heights, 172.5);
        unchanged(heights, Float32Array.of(180, 165, 172.5));
      });
    });
  },
);
