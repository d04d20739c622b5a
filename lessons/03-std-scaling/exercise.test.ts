import type * as Lesson from '#kit/course/blank/03-std-scaling';
import {
  amount,
  carColumn,
  close,
  column,
  constantColumn,
  deviation,
  equal,
  factor,
  holds,
  phoneBills,
  quantities,
  ranAsKernel,
  reference,
  refuses,
  sixNumbers,
  suite,
  tolerance,
  unchanged,
  variedColumn,
  years,
} from '#kit/testing';

export default suite<typeof Lesson>(
  import.meta,
  () => import('./exercise'),
  ({ task, example, property }) => {
    task('standardDeviation', { points: 2 }, () => {
      example('the six numbers lie 363.7240 from their mean', async ({ standardDeviation }) => {
        close(await standardDeviation(sixNumbers()), 363.72398723, tolerance.standardDeviation(sixNumbers()));
      });

      property(
        'it is the root of the mean squared distance from the mean',
        { values: column() },
        async ({ standardDeviation }, { values }) => {
          const expected = reference.standardDeviation(values);
          close(await standardDeviation(values), expected, tolerance.standardDeviation(values));
        },
      );

      property(
        'moving a column changes nothing, and stretching it stretches the deviation alike',
        { values: column(), stretch: factor(4), shift: amount(100) },
        async ({ standardDeviation }, { values, stretch, shift }) => {
          const moved = values.map((value) => stretch * value + shift);
          const slack =
            tolerance.standardDeviation(moved) + Math.abs(stretch) * tolerance.standardDeviation(values);
          close(await standardDeviation(moved), Math.abs(stretch) * (await standardDeviation(values)), slack);
        },
      );

      property(
        'values that are all equal have a deviation of exactly 0',
        { values: constantColumn() },
        async ({ standardDeviation }, { values }) => {
          equal(await standardDeviation(values), 0);
        },
      );

      property(
        'years keep their precision, though they lie far from 0',
        { values: column({ quantity: quantities.years }) },
        async ({ standardDeviation }, { values }) => {
          const expected = reference.standardDeviation(values);
          close(await standardDeviation(values), expected, tolerance.standardDeviation(values));
        },
      );

      example('a thousand phone bills of $40 on average deviate by $27', async ({ standardDeviation }) => {
        const bills = phoneBills();
        const expected = reference.standardDeviation(bills);
        close(await standardDeviation(bills), expected, tolerance.standardDeviation(bills));
      });

      example('an empty column has no deviation', async ({ standardDeviation }) => {
        await refuses(() => standardDeviation(new Float32Array(0)), 0);
      });

      example('standardDeviation leaves its input as it was', async ({ standardDeviation }) => {
        const prices = Float32Array.of(30, 10, 20);
        await standardDeviation(prices);
        unchanged(prices, Float32Array.of(30, 10, 20));
      });
    });

    task('scale', { points: 1 }, () => {
      property(
        'every value is divided by the number given',
        { values: column(), deviation: deviation() },
        async ({ scale }, { values, deviation }) => {
          const expected = values.map((value) => value / deviation);
          close(await scale(values, deviation), expected, tolerance.scaled(values, deviation));
        },
      );

      example('a deviation of 0 leaves the values as they are', async ({ scale }) => {
        equal(await scale(Float32Array.of(42.7, 42.7, 0), 0), Float32Array.of(42.7, 42.7, 0));
      });

      example('the result is a new column, also for a deviation of 0', async ({ scale }) => {
        const heights = Float32Array.of(180, 165, 172.5);
        const result = await scale(heights, 0);
        holds(result !== heights, 'The very column that went in came back. Return a new one.');
      });

      property(
        'scale runs as a kernel, one thread for each value',
        { values: column(), deviation: deviation() },
        async ({ scale }, { values, deviation }, { launches }) => {
          const { result, launches: seen } = await launches(() => scale(values, deviation));
          ranAsKernel(seen, [values.length], result);
        },
        { runs: 5 },
      );

      example('there is nothing to scale in an empty column', async ({ scale }) => {
        await refuses(() => scale(new Float32Array(0), 1), 0);
      });

      example('scale leaves its input as it was', async ({ scale }) => {
        const heights = Float32Array.of(180, 165, 172.5);
        await scale(heights, 6);
        unchanged(heights, Float32Array.of(180, 165, 172.5));
      });
    });

    const gaps = (entries: Float32Array, unit: number) =>
      entries.slice(1).map((entry, index) => (entry - entries[index]!) / unit);

    task('standardize', { points: 3 }, () => {
      example('the six numbers, standardized, reach from −0.52 to 2.23', async ({ standardize }) => {
        const expected = [-0.520083, -0.5090857, -0.495339, -0.4540989, -0.2478986, 2.2265052];
        close(
          await standardize(sixNumbers()),
          Float32Array.from(expected),
          tolerance.standardized(sixNumbers()),
        );
      });

      property(
        'a standardized column has mean 0 and deviation 1',
        { values: variedColumn() },
        async ({ standardize }, { values }) => {
          const z = await standardize(values);
          const slack = reference.mean(tolerance.standardized(values));
          close(reference.mean(z), 0, slack, 'The mean of the result');
          close(reference.standardDeviation(z), 1, 2 * slack, 'The deviation of the result');
        },
      );

      property(
        'moving and stretching a column does not show: only the sign of the stretch does',
        { values: variedColumn(), stretch: factor(4), shift: amount(100) },
        async ({ standardize }, { values, stretch, shift }) => {
          const moved = values.map((value) => stretch * value + shift);
          const expected = (await standardize(values)).map((z) => Math.sign(stretch) * z);
          const [before, after] = [tolerance.standardized(values), tolerance.standardized(moved)];
          close(
            await standardize(moved),
            expected,
            before.map((slack, index) => slack + after[index]!),
          );
        },
      );

      property(
        'order and shape stay: the gaps keep their proportions, in units of the deviation',
        { values: variedColumn() },
        async ({ standardize }, { values }) => {
          const expected = gaps(values, reference.standardDeviation(values));
          const slack = tolerance.standardized(values);
          close(
            gaps(await standardize(values), 1),
            expected,
            slack.slice(1).map((entry, index) => entry + slack[index]!),
            'The gaps',
          );
        },
      );

      property(
        'a constant column becomes zeros, not NaN',
        { values: constantColumn() },
        async ({ standardize }, { values }) => {
          equal(await standardize(values), new Float32Array(values.length));
        },
      );

      example('years, standardized, run evenly from −1.708 to 1.708', async ({ standardize }) => {
        close(await standardize(years()), reference.standardized(years()), tolerance.standardized(years()));
      });

      example('the horsepower of 392 cars comes out on the common scale', async ({ standardize }) => {
        const power = await carColumn('power');
        close(await standardize(power), reference.standardized(power), tolerance.standardized(power));
      });

      property(
        'standardize runs as a kernel, one thread for each value',
        { values: variedColumn() },
        async ({ standardize }, { values }, { launches }) => {
          const { result, launches: seen } = await launches(() => standardize(values));
          ranAsKernel(seen, [values.length], result);
        },
        { runs: 5 },
      );

      example('an empty column cannot be standardized', async ({ standardize }) => {
        await refuses(() => standardize(new Float32Array(0)), 0);
      });

      example('standardize leaves its input as it was', async ({ standardize }) => {
        const prices = Float32Array.of(30, 10, 20);
        await standardize(prices);
        unchanged(prices, Float32Array.of(30, 10, 20));
      });
    });
  },
);
