import type * as Lesson from '#kit/course/blank/01-hello-kernel';
import {
  close,
  column,
  copyOfData,
  equal,
  Matrix,
  ranAsKernel,
  reference,
  refuses,
  sixNumbers,
  suite,
  table,
  tolerance,
  unchanged,
} from '#kit/testing';

export default suite<typeof Lesson>(
  import.meta,
  () => import('./exercise'),
  ({ task, example, property }) => {
    task('double', { points: 1 }, () => {
      example('1, 5, 10, 25, 100 and 1000 become 2, 10, 20, 50, 200 and 2000', async ({ double }) => {
        equal(await double(sixNumbers()), Float32Array.of(2, 10, 20, 50, 200, 2000));
      });

      property(
        'every value is doubled, in its place',
        { values: column() },
        async ({ double }, { values }) => {
          const expected = values.map((value) => 2 * value);
          equal(await double(values), expected);
        },
      );

      property(
        'double runs as a kernel, one thread for each value',
        { values: column() },
        async ({ double }, { values }, { launches }) => {
          const { result, launches: seen } = await launches(() => double(values));
          ranAsKernel(seen, [values.length], result);
        },
        { runs: 5 },
      );

      example('an empty column is refused', async ({ double }) => {
        await refuses(() => double(new Float32Array(0)), 0);
      });

      example('double leaves its input as it was', async ({ double }) => {
        const prices = Float32Array.of(30, 10, 20);
        await double(prices);
        unchanged(prices, Float32Array.of(30, 10, 20));
      });
    });

    task('differences', { points: 2 }, () => {
      example(
        'two readings minus three averages make a table of 2 rows and 3 columns',
        async ({ differences }) => {
          const [readings, averages] = [Float32Array.of(20, 30), Float32Array.of(1, 2, 5)];
          const expected = Matrix.fromRows([
            [19, 18, 15],
            [29, 28, 25],
          ]);
          equal(await differences(readings, averages), expected);
        },
      );

      property(
        'row and column say which two values were compared',
        { a: column({ lengths: [2, 5, 8] }), b: column({ lengths: [1, 3, 7] }) },
        async ({ differences }, { a, b }) => {
          const expected = reference.differences(a, b);
          close(await differences(a, b), expected, expected.data.map(tolerance.rounding));
        },
      );

      property(
        'differences runs as a kernel, one thread for each cell',
        { a: column({ lengths: [2, 5, 8] }), b: column({ lengths: [1, 3, 7] }) },
        async ({ differences }, { a, b }, { launches }) => {
          const { result, launches: seen } = await launches(() => differences(a, b));
          ranAsKernel(seen, [b.length, a.length], result);
        },
        { runs: 5 },
      );

      example('two columns are needed, and an empty one is refused', async ({ differences }) => {
        await refuses(() => differences(new Float32Array(0), Float32Array.of(1, 2)), 0, 2);
        await refuses(() => differences(Float32Array.of(1, 2, 3), new Float32Array(0)), 3, 0);
      });

      example('differences leaves both inputs as they were', async ({ differences }) => {
        const [highs, lows] = [Float32Array.of(21, 24.5, 19), Float32Array.of(11, 9.5)];
        await differences(highs, lows);
        unchanged(highs, Float32Array.of(21, 24.5, 19));
        unchanged(lows, Float32Array.of(11, 9.5));
      });
    });

    task('rowSums', { points: 2 }, () => {
      example('each row of a table of 2 rows and 3 columns is added up', async ({ rowSums }) => {
        const hours = Matrix.fromRows([
          [8, 7.5, 6],
          [4, 0, 9.5],
        ]);
        equal(await rowSums(hours), Float32Array.of(21.5, 13.5));
      });

      property(
        'every cell of a row counts once, and no other',
        { x: table() },
        async ({ rowSums }, { x }) => {
          const expected = reference.rowSums(x);
          const slack = Array.from({ length: x.rows }, (_, row) => tolerance.sum(x.row(row)));
          close(await rowSums(x), expected, slack);
        },
      );

      example('a row of four years, day by day, is added up to its last day', async ({ rowSums }) => {
        const days = 4 * 365 + 1;
        const rain = new Matrix(2, days);
        rain.data.forEach((_, day) => {
          rain.data[day] = day < days ? 1 : 0.5;
        });
        equal(await rowSums(rain), Float32Array.of(days, days / 2));
      });

      property(
        'rowSums runs as a kernel, one thread for each row',
        { x: table() },
        async ({ rowSums }, { x }, { launches }) => {
          const { result, launches: seen } = await launches(() => rowSums(x));
          ranAsKernel(seen, [x.rows], result);
        },
        { runs: 5 },
      );

      example('a table without rows or without columns is refused', async ({ rowSums }) => {
        await refuses(() => rowSums(new Matrix(0, 3)), 0, 3);
        await refuses(() => rowSums(new Matrix(4, 0)), 4, 0);
      });

      example('rowSums leaves its input as it was', async ({ rowSums }) => {
        const table = Matrix.fromRows([
          [1, 2],
          [3, 4],
          [5, 6],
        ]);
        const before = copyOfData(table);
        await rowSums(table);
        unchanged(table, before);
      });
    });
  },
);
