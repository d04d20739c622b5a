import type * as Lesson from '#kit/course/blank/04-standardizer';
import {
  amount,
  close,
  closeStandardizer,
  column,
  columnOf,
  computedInKernels,
  constantColumn,
  equal,
  Matrix,
  normalizedRows,
  quantities,
  ranAsKernel,
  rawRows,
  readsAtMost,
  reference,
  refuses,
  sevenWeeks,
  sixNumbers,
  standardizer,
  suite,
  table,
  tolerance,
  trainingStatistics,
  unchanged,
  weatherLog,
} from '#kit/testing';

/** A table of these columns. */
const beside = (...columns: readonly Float32Array[]) =>
  Matrix.fromRows(Array.from(columns[0]!, (_, row) => columns.map((values) => values[row]!)));

/** Three flats: area in m², year, rooms. */
const flats = () =>
  Matrix.fromRows([
    [50, 1956, 2],
    [75, 1990, 3],
    [115, 2004, 4],
    [80, 1974, 3],
  ]);

/** What flats like these have come to; the last column is the same everywhere. */
const statistics = () => ({
  means: Float32Array.of(80, 1981, 3),
  standardDeviations: Float32Array.of(25, 16, 0),
});

const reversed = (x: Matrix) => x.take(Uint32Array.from({ length: x.rows }, (_, row) => x.rows - 1 - row));

/** The log of a place where it is warmer. */
const warmed = (log: Matrix, warmer: number) =>
  new Matrix(
    log.rows,
    log.columns,
    log.data.map((entry, cell) => (cell % log.columns === 0 ? entry + warmer : entry)),
  );

/** How a kernel may leave sums of columns: a line for each block, and blocks of two rows at least. */
const blocksOf = (x: Matrix) => ({ widths: [x.columns], lines: Math.ceil(x.rows / 2) });

const SUMS_OF_SQUARES = 'the sums of the squared distances from the means';

/** Of each column, the squared distances from the mean, added up; or from the first row, and shared out or not. */
const sumsOfSquares = (x: Matrix) => {
  const columns = Array.from({ length: x.columns }, (_, column) => reference.columnOf(x, column));
  const means = columns.map(reference.mean);
  const about = (middles: readonly number[]) =>
    columns.map((values, column) =>
      reference.sum(Array.from(values, (value) => (value - middles[column]!) ** 2)),
    );
  const sums = [about(means), about(columns.map((values) => values[0]!))];
  return [...sums, ...sums.map((each) => each.map((sum) => sum / x.rows))];
};

/** Two allowances, column by column. */
const both = (slack: Float64Array, other: Float64Array) => slack.map((entry, index) => entry + other[index]!);

export default suite<typeof Lesson>(
  import.meta,
  () => import('./exercise'),
  ({ task, example, property }) => {
    task('columnSums', { points: 2 }, () => {
      example('two days of rain at three stations are added up for each station', async ({ columnSums }) => {
        const rain = Matrix.fromRows([
          [8, 7.5, 0],
          [4, 0, 9.5],
        ]);
        equal(await columnSums(rain), Float32Array.of(12, 7.5, 9.5));
      });

      property(
        'every cell of a column counts once, and no other',
        { x: table() },
        async ({ columnSums }, { x }) => {
          const slack = Array.from({ length: x.columns }, (_, index) =>
            tolerance.blockSum(reference.columnOf(x, index)),
          );
          close(await columnSums(x), reference.columnSums(x), slack);
        },
      );

      example('70,001 minutes of weather are added up to the last one', async ({ columnSums }) => {
        const log = weatherLog(sevenWeeks);
        // Half degrees and whole percents add up without rounding, in any order. The height, 42.7, does not.
        const slack = [0, 0, tolerance.blockSum(reference.columnOf(log, 2))];
        close(await columnSums(log), reference.columnSums(log), slack);
      });

      property(
        'no thread of columnSums reads more than 4,096 values',
        { warmer: amount(20) },
        async ({ columnSums }, { warmer }, { launches }) => {
          const log = warmed(weatherLog(sevenWeeks), warmer);
          const { launches: seen } = await launches(() => columnSums(log), { reads: true });
          readsAtMost(seen, tolerance.MOST_READS);
          computedInKernels(seen, 'the sums of all rows', [reference.columnSums(log)], blocksOf(log));
        },
        { runs: 1 },
      );

      property(
        'columnSums runs as a kernel, one thread for each column of a block',
        { x: table() },
        async ({ columnSums }, { x }, { launches }) => {
          const { result, launches: seen } = await launches(() => columnSums(x));
          ranAsKernel(seen, [x.columns], result);
        },
        { runs: 5 },
      );

      example('there is nothing to add up in a table without rows or columns', async ({ columnSums }) => {
        await refuses(() => columnSums(new Matrix(0, 3)), 0, 3);
        await refuses(() => columnSums(new Matrix(4, 0)), 4, 0);
      });

      example('columnSums leaves its input as it was', async ({ columnSums }) => {
        const x = flats();
        await columnSums(x);
        unchanged(x, flats());
      });
    });

    task('fitStandardizer', { points: 3 }, () => {
      example(
        'the six numbers have their mean and deviation, also beside years',
        async ({ fitStandardizer }) => {
          const x = beside(sixNumbers(), Float32Array.of(1950, 1964, 1978, 1992, 2006, 2020));
          const expected = {
            means: Float32Array.of(190.16667, 1985),
            standardDeviations: Float32Array.of(363.72399, 23.909551),
          };
          closeStandardizer(await fitStandardizer(x), expected, tolerance.fitted(x));
        },
      );

      property(
        'each column has a mean and a standard deviation of its own',
        { x: table() },
        async ({ fitStandardizer }, { x }) => {
          closeStandardizer(await fitStandardizer(x), reference.fitted(x), tolerance.fitted(x));
        },
      );

      property(
        'columns do not touch each other: beside others, a column has the statistics that it has alone',
        { values: columnOf(quantities.heights, 8), other: columnOf(quantities.incomes, 8) },
        async ({ fitStandardizer }, { values, other }) => {
          const alone = await fitStandardizer(beside(values));
          const together = await fitStandardizer(beside(other, values));
          equal(together.means.slice(1), alone.means);
          equal(together.standardDeviations.slice(1), alone.standardDeviations);
        },
      );

      property(
        'the order of the rows does not matter',
        { x: table() },
        async ({ fitStandardizer }, { x }) => {
          const [down, up] = [tolerance.fitted(x), tolerance.fitted(reversed(x))];
          closeStandardizer(await fitStandardizer(reversed(x)), await fitStandardizer(x), {
            means: both(down.means, up.means),
            standardDeviations: both(down.standardDeviations, up.standardDeviations),
          });
        },
      );

      property(
        'equal values have exactly that mean, and a deviation of exactly 0',
        { values: constantColumn() },
        async ({ fitStandardizer }, { values }) => {
          const expected = { means: values.slice(0, 1), standardDeviations: Float32Array.of(0) };
          closeStandardizer(await fitStandardizer(beside(values)), expected);
        },
      );

      example('twenty-one times 0.1 has no deviation, and mean 0.1', async ({ fitStandardizer }) => {
        const x = beside(new Float32Array(21).fill(0.1));
        const expected = { means: Float32Array.of(0.1), standardDeviations: Float32Array.of(0) };
        closeStandardizer(await fitStandardizer(x), expected);
      });

      property(
        'years keep their precision, beside whatever else',
        { values: column({ quantity: quantities.years }) },
        async ({ fitStandardizer }, { values }) => {
          const x = beside(
            values.map((year) => year - 1985),
            values,
          );
          closeStandardizer(await fitStandardizer(x), reference.fitted(x), tolerance.fitted(x));
        },
      );

      example(
        '70,001 minutes of weather all count, also where nothing changes',
        async ({ fitStandardizer }) => {
          const log = weatherLog(sevenWeeks);
          const slack = tolerance.fitted(log);
          // The station's height is 42.7 in every row: mean and deviation come out exactly.
          slack.means[2] = 0;
          slack.standardDeviations[2] = 0;
          closeStandardizer(await fitStandardizer(log), reference.fitted(log), slack);
        },
      );

      property(
        'no thread of fitStandardizer reads more than 4,096 values',
        { warmer: amount(20) },
        async ({ fitStandardizer }, { warmer }, { launches }) => {
          const week = warmed(weatherLog(7 * 24 * 60), warmer);
          const { launches: seen } = await launches(() => fitStandardizer(week), { reads: true });
          readsAtMost(seen, tolerance.MOST_READS);
          computedInKernels(seen, SUMS_OF_SQUARES, sumsOfSquares(week), blocksOf(week));
        },
        { runs: 1 },
      );

      property(
        'fitStandardizer runs as kernels: one thread for each cell, and one for each column of a block',
        { x: table() },
        async ({ fitStandardizer }, { x }, { launches }) => {
          const { launches: seen } = await launches(() => fitStandardizer(x));
          ranAsKernel(seen, [x.columns, x.rows]);
          ranAsKernel(seen, [x.columns]);
          computedInKernels(seen, SUMS_OF_SQUARES, sumsOfSquares(x), blocksOf(x));
        },
        { runs: 5 },
      );

      example('nothing can be learned from a table without rows or columns', async ({ fitStandardizer }) => {
        await refuses(() => fitStandardizer(new Matrix(0, 3)), 0, 3);
        await refuses(() => fitStandardizer(new Matrix(4, 0)), 4, 0);
      });

      example('fitStandardizer leaves its input as it was', async ({ fitStandardizer }) => {
        const x = flats();
        await fitStandardizer(x);
        unchanged(x, flats());
      });
    });

    task('transform', { points: 2 }, () => {
      property(
        'z is (x − mean) / std, with the statistics given for the column',
        { x: table({ columns: [3] }), standardizer: standardizer(3) },
        async ({ transform }, { x, standardizer }) => {
          const expected = reference.transformed(x, standardizer);
          close(await transform(x, standardizer), expected, tolerance.transformed(x, standardizer));
        },
      );

      example('black, white and red come out as ImageNet’s models know them', async ({ transform }) => {
        const imageNet = {
          means: Float32Array.of(0.485, 0.456, 0.406),
          standardDeviations: Float32Array.of(0.229, 0.224, 0.225),
        };
        const pixels = Matrix.fromRows([
          [0, 0, 0],
          [1, 1, 1],
          [1, 0, 0],
        ]);
        const expected = Matrix.fromRows([
          [-2.117904, -2.0357144, -1.8044444],
          [2.2489083, 2.4285715, 2.64],
          [2.2489083, -2.0357144, -1.8044444],
        ]);
        close(await transform(pixels, imageNet), expected, tolerance.transformed(pixels, imageNet));
      });

      example('the article’s nine rows come out as it printed them, normalized', async ({ transform }) => {
        const [known, expected] = [trainingStatistics(), normalizedRows().x];
        close(await transform(rawRows().x, known), expected, tolerance.printedTransformed(expected, known));
      });

      property(
        'a wild row leaves the z of the other rows alone',
        { x: table({ columns: [3] }), wild: columnOf(quantities.incomes, 3) },
        async ({ transform }, { x, wild }) => {
          const known = reference.fitted(x);
          const rows = Array.from({ length: x.rows }, (_, row) => x.row(row));
          const z = await transform(Matrix.fromRows([...rows, wild]), known);
          const others = z.take(Uint32Array.from(rows, (_, row) => row));
          equal(others, await transform(x, known));
        },
      );

      property(
        'a table, fitted and transformed, has mean 0 and deviation 1 in every column',
        { x: table() },
        async ({ fitStandardizer, transform }, { x }) => {
          const z = await transform(x, await fitStandardizer(x));
          const expected = {
            means: new Float32Array(x.columns),
            // A column that happens to be constant has none.
            standardDeviations: reference.fitted(x).standardDeviations.map(Math.sign),
          };
          const slack = reference.fitted(
            new Matrix(x.rows, x.columns, Float32Array.from(tolerance.fittedAndTransformed(x))),
          ).means;
          closeStandardizer(reference.fitted(z), expected, {
            means: slack,
            standardDeviations: slack.map((entry) => 2 * entry),
          });
        },
      );

      property(
        'a constant column, fitted and transformed, becomes zeros, not NaN',
        { values: constantColumn() },
        async ({ fitStandardizer, transform }, { values }) => {
          const x = beside(values);
          equal(await transform(x, await fitStandardizer(x)), new Matrix(x.rows, 1));
        },
      );

      example('a deviation of 0 divides by 1', async ({ transform }) => {
        const known = { means: Float32Array.of(3), standardDeviations: Float32Array.of(0) };
        equal(
          await transform(beside(Float32Array.of(2, 3, 4.5)), known),
          beside(Float32Array.of(-1, 0, 1.5)),
        );
      });

      property(
        'transform runs as a kernel, one thread for each cell',
        { x: table({ columns: [3] }), standardizer: standardizer(3) },
        async ({ transform }, { x, standardizer }, { launches }) => {
          const { result, launches: seen } = await launches(() => transform(x, standardizer));
          ranAsKernel(seen, [x.columns, x.rows], result);
        },
        { runs: 5 },
      );

      example('there is nothing to transform in a table without rows or columns', async ({ transform }) => {
        await refuses(() => transform(new Matrix(0, 3), statistics()), 0, 3);
        const none = { means: new Float32Array(0), standardDeviations: new Float32Array(0) };
        await refuses(() => transform(new Matrix(4, 0), none), 4, 0);
      });

      example('transform refuses statistics of a table with other columns', async ({ transform }) => {
        const { means, standardDeviations } = statistics();
        await refuses(() => transform(new Matrix(5, 2), statistics()), 2, 3);
        await refuses(() => transform(new Matrix(5, 4), statistics()), 4, 3);
        await refuses(
          () => transform(flats(), { means, standardDeviations: standardDeviations.slice(0, 2) }),
          3,
          2,
        );
      });

      example('transform leaves the table and the statistics as they were', async ({ transform }) => {
        const [x, known] = [flats(), statistics()];
        await transform(x, known);
        unchanged(x, flats());
        unchanged(known.means, statistics().means);
        unchanged(known.standardDeviations, statistics().standardDeviations);
      });
    });

    task('inverseTransform', { points: 1 }, () => {
      property(
        'x is mean + std · z, with the statistics given for the column',
        { x: table({ columns: [3] }), standardizer: standardizer(3) },
        async ({ inverseTransform }, { x, standardizer }) => {
          const z = reference.transformed(x, standardizer);
          const expected = reference.restored(z, standardizer);
          close(await inverseTransform(z, standardizer), expected, tolerance.restored(z, standardizer));
        },
      );

      property(
        'there and back, every cell is what it was',
        { x: table({ columns: [3] }), standardizer: standardizer(3) },
        async ({ transform, inverseTransform }, { x, standardizer }) => {
          const back = await inverseTransform(await transform(x, standardizer), standardizer);
          close(back, x, tolerance.transformedAndRestored(x, standardizer));
        },
      );

      example(
        'the article’s nine rows come back from their normalized form',
        async ({ inverseTransform }) => {
          const [known, z] = [trainingStatistics(), normalizedRows().x];
          close(await inverseTransform(z, known), rawRows().x, tolerance.printedRestored(z, known));
        },
      );

      example('a deviation of 0 multiplies by 1', async ({ inverseTransform }) => {
        const known = { means: Float32Array.of(3), standardDeviations: Float32Array.of(0) };
        equal(
          await inverseTransform(beside(Float32Array.of(-1, 0, 1.5)), known),
          beside(Float32Array.of(2, 3, 4.5)),
        );
      });

      property(
        'inverseTransform runs as a kernel, one thread for each cell',
        { x: table({ columns: [3] }), standardizer: standardizer(3) },
        async ({ inverseTransform }, { x, standardizer }, { launches }) => {
          const { result, launches: seen } = await launches(() => inverseTransform(x, standardizer));
          ranAsKernel(seen, [x.columns, x.rows], result);
        },
        { runs: 5 },
      );

      example('nothing comes back from a table without rows or columns', async ({ inverseTransform }) => {
        await refuses(() => inverseTransform(new Matrix(0, 3), statistics()), 0, 3);
        const none = { means: new Float32Array(0), standardDeviations: new Float32Array(0) };
        await refuses(() => inverseTransform(new Matrix(4, 0), none), 4, 0);
      });

      example(
        'inverseTransform refuses statistics of a table with other columns',
        async ({ inverseTransform }) => {
          const { means, standardDeviations } = statistics();
          await refuses(() => inverseTransform(new Matrix(5, 2), statistics()), 2, 3);
          await refuses(() => inverseTransform(new Matrix(5, 4), statistics()), 4, 3);
          await refuses(
            () => inverseTransform(flats(), { means: means.slice(0, 2), standardDeviations }),
            3,
            2,
          );
        },
      );

      example(
        'inverseTransform leaves the table and the statistics as they were',
        async ({ inverseTransform }) => {
          const [z, known] = [flats(), statistics()];
          await inverseTransform(z, known);
          unchanged(z, flats());
          unchanged(known.means, statistics().means);
          unchanged(known.standardDeviations, statistics().standardDeviations);
        },
      );
    });
  },
);
