import type * as Lesson from '#kit/course/blank/13-why-it-works';
import {
  bowl,
  close,
  columnOf,
  computedInKernels,
  equal,
  holds,
  Matrix,
  quantities,
  readsAtMost,
  reference,
  refuses,
  scales,
  suite,
  table,
  tolerance,
  unchanged,
  uniformInputs,
  value,
  type Remote,
} from '#kit/testing';

export default suite<typeof Lesson>(
  import.meta,
  () => import('./exercise'),
  ({ task, example, property }) => {
    /** Two flats: rooms and baths. */
    const flats = () =>
      Matrix.fromRows([
        [1, 2],
        [3, 4],
      ]);

    task('curvature', { points: 3 }, () => {
      example('two rows and two features by hand, the bias last', async ({ curvature }) => {
        // 2/2 · (1·1 + 3·3), 2/2 · (1·2 + 3·4), 2/2 · (1 + 3), …
        const expected = Matrix.fromRows([
          [10, 14, 4],
          [14, 20, 6],
          [4, 6, 2],
        ]);
        equal(await curvature(flats()), expected);
      });

      property(
        'a cell is twice the mean product of two columns, and the bias has a column of ones',
        { x: table() },
        async ({ curvature }, { x }) => {
          const [expected, slack] = [reference.curvature(x), tolerance.curvature(x)];
          close(await curvature(x), expected, slack);
        },
        { runs: 50 },
      );

      property(
        'when a parameter grows by 1, each slope grows by the entry where the two meet',
        { x: table() },
        async ({ curvature }, { x }) => {
          // The residuals then grow by this parameter's own column.
          const rises = Array.from({ length: x.columns + 1 }, (_, parameter) => {
            const column =
              parameter < x.columns ? reference.columnOf(x, parameter) : new Float32Array(x.rows).fill(1);
            const { weights, bias } = reference.gradient(x, column);
            return [...weights, bias];
          });
          const slack = tolerance.curvature(x);
          close(await curvature(x), Matrix.fromRows(rises), slack);
        },
        { runs: 50 },
      );

      property(
        'rows that come twice bend nothing more',
        { x: table() },
        async ({ curvature }, { x }) => {
          const twice = x.take(Uint32Array.from({ length: 2 * x.rows }, (_, row) => row % x.rows));
          const once = tolerance.curvature(x);
          const slack = tolerance.curvature(twice).map((each, cell) => each + once[cell]!);
          close(await curvature(twice), await curvature(x), slack);
        },
        { runs: 30 },
      );

      example('standardized columns bend by 2, and leave the bias alone', async ({ curvature }) => {
        const x = uniformInputs(400, 10, 'standardized');
        const slack = tolerance.curvature(x);
        const bends = await curvature(x);
        const bent = Array.from({ length: 11 }, (_, parameter) => bends.at(parameter, parameter));
        close(
          Float32Array.from(bent),
          new Float32Array(11).fill(2),
          slack[0]!,
          'The entries on the diagonal',
        );
        close(bends.row(10).subarray(0, 10), new Float32Array(10), slack[10]!, 'The entries beside the bias');
      });

      property(
        'of 5,000 rows each one counts, and no thread reads more than 4,096 values',
        { cells: columnOf(quantities.temperatures, 7) },
        async ({ curvature }, { cells }, { launches }) => {
          const x = new Matrix(5000, 3);
          x.data.forEach((_, cell) => (x.data[cell] = cells[cell % cells.length]!));
          const [expected, slack] = [reference.curvature(x), tolerance.curvature(x)];
          const { result, launches: seen } = await launches(() => curvature(x), { reads: true });
          close(result, expected, slack);
          readsAtMost(seen, 4096);
          // Or sums that 2, 1/n or 2/n will make it of; all of it in one launch, or a line in each.
          const ways = [1, 1 / 2, x.rows, x.rows / 2].map((share) =>
            expected.data.map((entry) => share * entry),
          );
          const widths = [expected.data.length, expected.columns];
          computedInKernels(seen, 'the cells from all rows', ways, { widths, lines: x.rows / 2 });
        },
        { runs: 1 },
      );

      example('a table without rows or without columns has no curvature', async ({ curvature }) => {
        await refuses(() => curvature(new Matrix(0, 3)), 0, 3);
        await refuses(() => curvature(new Matrix(4, 0)), 4, 0);
      });

      example('curvature leaves the table as it was', async ({ curvature }) => {
        const x = flats();
        await curvature(x);
        unchanged(x, flats());
      });
    });

    /** A bowl that is twice as steep along one diagonal as along the other: eigenvalues 4 and 2. */
    const twiceAsSteep = () =>
      Matrix.fromRows([
        [3, 1],
        [1, 3],
      ]);
    const stretched = (h: Matrix, vector: readonly number[], row: number) =>
      reference.sum(vector.map((entry, column) => h.at(row, column) * entry));
    const steepest = (h: Matrix) => reference.eigenvalues(h).at(-1)!;

    task('largestEigenvalue', { points: 3 }, () => {
      example('two parameters by hand: steepest where both grow together', async ({ largestEigenvalue }) => {
        const h = twiceAsSteep();
        const slack = tolerance.largestEigenvalue(h);
        close(await largestEigenvalue(h), 4, slack);
      });

      property(
        'it is the most that any direction bends',
        { h: bowl() },
        async ({ largestEigenvalue }, { h }) => {
          const [expected, slack] = [steepest(h), tolerance.largestEigenvalue(h)];
          close(await largestEigenvalue(h), expected, slack);
        },
        { runs: 20 },
      );

      example(
        'two columns that move against each other are steepest where one weight grows and the other shrinks',
        async ({ largestEigenvalue }) => {
          const h = Matrix.fromRows([
            [2, -1.5],
            [-1.5, 2],
          ]);
          const slack = tolerance.largestEigenvalue(h);
          close(await largestEigenvalue(h), 3.5, slack);
        },
      );

      example(
        'it is found where the first parameter has no part in the steepest direction',
        async ({ largestEigenvalue }) => {
          const h = Matrix.fromRows([
            [1, 0, 0],
            [0, 3, 1],
            [0, 1, 3],
          ]);
          const slack = tolerance.largestEigenvalue(h);
          close(await largestEigenvalue(h), 4, slack);
        },
      );

      example(
        'a thousand rounds neither overflow nor vanish, in dollars and in millionths',
        async ({ largestEigenvalue }) => {
          for (const unit of [1e10, 1e-10]) {
            const h = twiceAsSteep();
            h.data.forEach((entry, cell) => (h.data[cell] = entry * unit));
            const [expected, slack] = [steepest(h), tolerance.largestEigenvalue(h)];
            close(await largestEigenvalue(h), expected, slack);
          }
        },
      );

      example('a flat bowl bends by 0 in its steepest direction', async ({ largestEigenvalue }) => {
        equal(await largestEigenvalue(new Matrix(3, 3)), 0);
      });

      /** Two parameters, and steep enough in one direction that twenty rounds turn a vector there. */
      const valley = () =>
        table({ rows: [5], columns: [1] })
          .map(reference.curvature)
          .filter((h) => reference.eigenvalues(h)[0]! < steepest(h) / 4);

      property(
        'a round is one launch, with a thread for each row',
        { h: valley() },
        async ({ largestEigenvalue }, { h }, { launches }) => {
          const { launches: seen } = await launches(() => largestEigenvalue(h, 20));
          const counts = { expected: '20 launches of 2 threads', got: `${seen.length} launches` };
          holds(seen.length > 0, 'The numbers should come from a kernel, and none ran.', counts);
          const threads = seen.map((launch) => launch.threads);
          holds(
            threads.every((count) => count === 2),
            'A kernel ran, but with another number of threads.',
            { expected: '2 threads', got: threads.join(', ') },
          );
          // One more is as good: to see how far the vector is stretched in the end.
          holds(seen.length <= 21, 'Twenty rounds were asked for, and more were made.', counts);
          const vector = Array.from(seen.at(-1)!.result);
          const length = Math.hypot(...vector);
          const left = vector.map((entry, row) => stretched(h, vector, row) - steepest(h) * entry);
          holds(
            seen.at(-1)!.copies !== true && length > 0 && Math.hypot(...left) <= 1e-3 * steepest(h) * length,
            'A kernel ran, but in the end its numbers do not point in the steepest direction.',
            { expected: 'a vector that h makes longer, and does not turn', got: `[${vector.join(', ')}]` },
          );
        },
        { runs: 5 },
      );

      example(
        'just below a rate of 2 / λmax descent arrives, just above it runs away',
        async ({ curvature, largestEigenvalue }) => {
          const x = uniformInputs(100, 10);
          const limit = 2 / (await largestEigenvalue(await curvature(x)));
          const left = (rate: number) => reference.descent(x, [...scales, 0], rate, 300).at(-1)!;
          const [below, above] = [left(0.99 * limit), left(1.01 * limit)];
          holds(below < 0.5, 'Just below the limit, descent does not arrive.', {
            expected: `less than a half of the error left after 300 steps at ${0.99 * limit}`,
            got: `${below} times the error`,
          });
          holds(above > 2, 'Just above the limit, descent does not run away.', {
            expected: `more than twice the error after 300 steps at ${1.01 * limit}`,
            got: `${above} times the error`,
          });
        },
      );

      example('an eigenvalue needs a table, and a square one', async ({ largestEigenvalue }) => {
        await refuses(() => largestEigenvalue(new Matrix(0, 0)), 0);
        await refuses(() => largestEigenvalue(new Matrix(2, 3)), 2, 3);
        await refuses(() => largestEigenvalue(new Matrix(3, 2)), 3, 2);
      });

      example('fewer rounds than one are refused', async ({ largestEigenvalue }) => {
        await refuses(() => largestEigenvalue(twiceAsSteep(), 0), 0);
        await refuses(() => largestEigenvalue(twiceAsSteep(), -5), -5);
      });

      example('largestEigenvalue leaves the table as it was', async ({ largestEigenvalue }) => {
        const h = twiceAsSteep();
        await largestEigenvalue(h, 20);
        unchanged(h, twiceAsSteep());
      });
    });

    /** With d independent inputs, uniform between 0 and 1, in theory. */
    const inTheory = (d: number) => {
      const middle = 13 / 12 + d / 4;
      const half = Math.sqrt(middle ** 2 - 1 / 3);
      return (middle + half) / (middle - half);
    };
    const ROWS = 10_000;

    task('conditionNumber', { points: 3 }, () => {
      example('a bowl that bends by 4 one way and by 2 the other has 2', async ({ conditionNumber }) => {
        const h = twiceAsSteep();
        const slack = tolerance.conditionNumber(h);
        close(await conditionNumber(h), 2, slack);
      });

      property(
        'it is the largest eigenvalue divided by the smallest',
        { h: bowl() },
        async ({ conditionNumber }, { h }) => {
          const [expected, slack] = [reference.conditionNumber(h), tolerance.conditionNumber(h)];
          close(await conditionNumber(h), expected, slack);
        },
        { runs: 15 },
      );

      example('a round bowl has 1', async ({ conditionNumber }) => {
        const h = Matrix.fromRows([
          [2, 0, 0],
          [0, 2, 0],
          [0, 0, 2],
        ]);
        const slack = tolerance.conditionNumber(h);
        close(await conditionNumber(h), 1, slack);
      });

      example(
        'a column that never changes, or comes twice, leaves a direction flat: Infinity',
        async ({ conditionNumber }) => {
          const constant = reference.curvature(Matrix.fromRows([[3], [3], [3]]));
          const twice = reference.curvature(
            Matrix.fromRows([
              [0.3, 0.3],
              [0.9, 0.9],
              [0.7, 0.7],
            ]),
          );
          for (const h of [constant, twice, new Matrix(2, 2)]) equal(await conditionNumber(h), Infinity);
        },
      );

      /** Within a share of it, for samples differ. */
      const near = (got: number, expected: number, share: number) =>
        close(got, expected, share * expected, 'The condition number');
      const measured = async (
        { curvature, conditionNumber }: Remote<typeof Lesson>,
        ...inputs: Parameters<typeof uniformInputs>
      ) => {
        const x = uniformInputs(...inputs);
        // A table of rows by rows would fill the memory here. It shows on a few of them as well.
        const few = x.take(Uint32Array.of(0, 1, 2));
        close(await curvature(few), reference.curvature(few), tolerance.curvature(few), 'The curvatures');
        return conditionNumber(await curvature(x));
      };

      example('one input between 0 and 1 makes 19, two make 28, five 63 and ten 152', async (exercise) => {
        for (const d of [1, 2, 5, 10]) near(await measured(exercise, ROWS, d), inTheory(d), 0.02);
      });

      example('centering alone makes 12 of the 152', async (exercise) => {
        near(await measured(exercise, ROWS, 10, 'centered'), 12, 0.07);
      });

      example('scaling alone makes it worse: 1022', async (exercise) => {
        near(await measured(exercise, ROWS, 10, 'scaled'), 1022, 0.02);
      });

      example('centered and scaled, the bowl is nearly round', async (exercise) => {
        near(await measured(exercise, ROWS, 10, 'standardized'), 1.06, 0.06);
      });

      example('a condition number needs a table, and a square one', async ({ conditionNumber }) => {
        await refuses(() => conditionNumber(new Matrix(0, 0)), 0);
        await refuses(() => conditionNumber(new Matrix(2, 3)), 2, 3);
      });

      example('conditionNumber leaves the table as it was', async ({ conditionNumber }) => {
        const h = twiceAsSteep();
        await conditionNumber(h);
        unchanged(h, twiceAsSteep());
      });
    });

    task('stepsToReach', { points: 2 }, () => {
      example(
        'a step that leaves a half reaches an eighth in 3, and a tenth in 4',
        async ({ stepsToReach }) => {
          equal(await stepsToReach(3, 1 / 8), 3);
          equal(await stepsToReach(3, 0.1), 4);
        },
      );

      property(
        'so many steps are enough, and one less is not',
        {
          condition: value({ low: 2, high: 2000, step: 1 / 8 }),
          ratio: value({ low: 1 / 1024, high: 1 / 8, step: 1 / 1024 }),
        },
        async ({ stepsToReach }, { condition, ratio }) => {
          const steps = await stepsToReach(condition, ratio);
          const left = ((condition - 1) / (condition + 1)) ** steps;
          const before = ((condition - 1) / (condition + 1)) ** (steps - 1);
          const shares = {
            expected: `${ratio} or less of the error left after ${steps} steps`,
            got: `${left}`,
          };
          holds(Number.isInteger(steps), 'A whole number should come back.', { got: `${steps}` });
          // Where a power hits the ratio exactly, rounding decides on which side it comes to lie.
          holds(left <= ratio * (1 + 1e-9), 'So many steps are not enough.', shares);
          holds(before >= ratio * (1 - 1e-9), 'Fewer steps would do.', {
            expected: `more than ${ratio} of the error left after ${steps - 1} steps`,
            got: `${before}`,
          });
        },
      );

      example('a round bowl takes one step, and so does a short way', async ({ stepsToReach }) => {
        equal(await stepsToReach(1, 0.001), 1);
        equal(await stepsToReach(1.5, 0.9), 1);
      });

      example('where a direction is flat, no number of steps is enough', async ({ stepsToReach }) => {
        equal(await stepsToReach(Infinity, 0.5), Infinity);
      });

      example(
        'raw and standardized, descent takes as many steps as predicted',
        async ({ curvature, largestEigenvalue, conditionNumber, stepsToReach }) => {
          for (const treatment of ['raw', 'standardized'] as const) {
            const x = uniformInputs(100, 10, treatment);
            const h = await curvature(x);
            const [largest, condition] = [await largestEigenvalue(h), await conditionNumber(h)];
            const predicted = await stepsToReach(condition, 0.01);
            const rate = 2 / (largest + largest / condition);
            // Along the flattest direction each step leaves just the share that the formula says.
            const [flattest] = reference.eigenpairs(reference.curvature(x));
            const left = reference.descent(x, flattest!.direction, rate, 600);
            const steps = left.findIndex((share) => share <= 0.01);
            holds(
              Math.abs(steps - predicted) <= 2,
              `On ${treatment} inputs, it takes another number of steps.`,
              {
                expected: `${predicted} steps, as predicted, or 2 more or less`,
                got: steps < 0 ? 'more than 600 steps' : `${steps} steps`,
              },
            );
          }
        },
      );

      example('a condition number below 1 is refused', async ({ stepsToReach }) => {
        await refuses(() => stepsToReach(0.5, 0.1), 0.5);
        await refuses(() => stepsToReach(NaN, 0.1), NaN);
      });

      example('a ratio that is not between 0 and 1 is refused', async ({ stepsToReach }) => {
        await refuses(() => stepsToReach(3, 1.5), 1.5);
        await refuses(() => stepsToReach(3, -0.25), -0.25);
      });
    });
  },
);
