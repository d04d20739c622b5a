import type * as Lesson from '#kit/course/blank/09-lr-finder';
import {
  close,
  closeFloat64,
  columnOf,
  copyOfData,
  holds,
  quantities,
  reference,
  refusesValues,
  refuses,
  seed,
  smallExperiment,
  suite,
  tolerance,
  unchangedList,
  value,
} from '#kit/testing';

export default suite<typeof Lesson>(
  import.meta,
  () => import('./exercise'),
  ({ task, example, property }) => {
    /** From thousandths up to a half, and from there over one to nine decades, in some steps. */
    const range = {
      start: value({ low: 1 / 1024, high: 0.5, step: 1 / 1024 }),
      decades: value({ low: 1, high: 9, step: 1 }),
      steps: value({ low: 2, high: 100, step: 1 }),
    };

    task('learningRates', { points: 1 }, () => {
      example(
        'six steps from 0.001 to 1,000 begin with 0.001, and each rate is ten times the one before',
        async ({ learningRates }) => {
          const expected = Float64Array.of(0.001, 0.01, 0.1, 1, 10, 100);
          closeFloat64(
            await learningRates(0.001, 1000, 6),
            expected,
            tolerance.learningRates(0.001, 1000, 6),
          );
        },
      );

      property(
        'between any two neighbours is the same factor',
        range,
        async ({ learningRates }, { start, decades, steps }) => {
          const end = start * 10 ** decades;
          const rates = await learningRates(start, end, steps);
          const factor = (end / start) ** (1 / steps);
          holds(rates instanceof Float64Array && rates.length === steps, 'There is one rate for each step.', {
            expected: `${steps} rates`,
            got: rates instanceof Float64Array ? `${rates.length}` : typeof rates,
          });
          const factors = rates.slice(1).map((rate, i) => rate / rates[i]!);
          const expected = new Float64Array(steps - 1).fill(factor);
          closeFloat64(factors, expected, tolerance.ratios(start, end, steps), 'The factors');
        },
      );

      property(
        'the end is not among them: one more step would reach it',
        range,
        async ({ learningRates }, { start, decades, steps }) => {
          const end = start * 10 ** decades;
          const expected = reference.learningRates(start, end, steps);
          const slack = tolerance.learningRates(start, end, steps);
          closeFloat64(await learningRates(start, end, steps), expected, slack);
        },
      );

      example('a single step is the start itself', async ({ learningRates }) => {
        closeFloat64(
          await learningRates(0.5, 8, 1),
          Float64Array.of(0.5),
          tolerance.learningRates(0.5, 8, 1),
        );
      });

      example('no steps, or a part of one, are refused', async ({ learningRates }) => {
        await refusesValues('A number of steps like 0', () => learningRates(0.25, 8, 0), 0.25, 8, 0);
        await refusesValues('A number of steps like 2.5', () => learningRates(0.25, 8, 2.5), 0.25, 8, 2.5);
      });

      example(
        'a start of 0 or less, or an end that is not above it, is refused',
        async ({ learningRates }) => {
          await refusesValues('A start of 0', () => learningRates(0, 8, 20), 0, 8, 20);
          await refusesValues('A start below 0', () => learningRates(-0.5, 8, 20), -0.5, 8, 20);
          await refusesValues('An end at the start', () => learningRates(8, 8, 20), 8, 20);
          await refusesValues('An end below the start', () => learningRates(8, 0.25, 20), 8, 0.25, 20);
        },
      );
    });

    /** Batch losses as they come in real trainings: a few, and none of them 0. */
    const losses = (length = 8) =>
      columnOf(quantities.prices, length).map((prices) => Float64Array.from(prices, (price) => price + 1));
    const beta = value({ low: 1 / 32, high: 31 / 32, step: 1 / 32 });

    task('smooth', { points: 2 }, () => {
      example('three losses with a beta of 0.5, by hand', async ({ smooth }) => {
        // The averages are 2, 5 and 3.5; the weights so far add up to 0.5, 0.75 and 0.875.
        const expected = Float64Array.of(4, 20 / 3, 4);
        const slack = tolerance.smoothed([4, 8, 2], 0.5);
        closeFloat64(await smooth(Float64Array.of(4, 8, 2), 0.5), expected, slack);
      });

      property(
        'the first entry is the first loss',
        { losses: losses(), beta },
        async ({ smooth }, { losses, beta }) => {
          const line = await smooth(losses, beta);
          holds(line instanceof Float64Array && line.length > 0, 'A Float64Array should come back.');
          close(line[0], losses[0]!, tolerance.smoothed(losses, beta), 'The first entry');
        },
      );

      property(
        'losses that do not change stay what they are, from the first entry on',
        { loss: value(quantities.prices).map((price) => price + 1), beta },
        async ({ smooth }, { loss, beta }) => {
          const same = new Float64Array(8).fill(loss);
          closeFloat64(await smooth(same, beta), same, tolerance.smoothed(same, beta));
        },
      );

      property(
        'a beta of 0 keeps nothing of the past',
        { losses: losses() },
        async ({ smooth }, { losses }) => {
          closeFloat64(await smooth(losses, 0), losses, tolerance.smoothed(losses, 0));
        },
      );

      property(
        'each entry is a mean of the losses so far, in which each counts beta times as much as the next',
        { losses: losses(21), beta },
        async ({ smooth }, { losses, beta }) => {
          const expected = reference.smoothed(losses, beta);
          closeFloat64(await smooth(losses, beta), expected, tolerance.smoothed(losses, beta));
        },
      );

      property(
        'where no beta is given, it is 0.98',
        { losses: losses(21) },
        async ({ smooth }, { losses }) => {
          closeFloat64(
            await smooth(losses),
            reference.smoothed(losses, 0.98),
            tolerance.smoothed(losses, 0.98),
          );
        },
      );

      example('without losses there is nothing to smooth', async ({ smooth }) => {
        await refuses(() => smooth(new Float64Array(0)), 0);
      });

      example('a beta below 0, of 1 or above is refused', async ({ smooth }) => {
        const losses = Float64Array.of(4, 8, 2);
        await refusesValues('A beta below 0', () => smooth(losses, -0.25), -0.25);
        await refusesValues('A beta of 1', () => smooth(losses, 1), 1);
        await refusesValues('A beta above 1', () => smooth(losses, 1.5), 1.5);
      });

      example('smooth leaves the losses as they were', async ({ smooth }) => {
        const losses = Float64Array.of(4, 8, 2);
        await smooth(losses, 0.5);
        unchangedList(losses, [4, 8, 2]);
      });
    });

    type Sweep = Awaited<ReturnType<typeof Lesson.findLearningRate>>;

    /** Passes when a sweep came back, of whatever numbers. */
    const isSweep = (sweep: Sweep) => {
      const parts = Object.keys(sweep ?? {}).toSorted();
      const expected = ['learningRates', 'losses', 'smoothed', 'suggestion'];
      holds(
        expected.every((part) => parts.includes(part)),
        sweep === undefined
          ? 'Nothing came back. Is a `return` missing?'
          : 'Parts of the result are missing.',
        { expected: `{ ${expected.join(', ')} }`, got: `{ ${parts.join(', ')} }` },
      );
    };

    /** Stands for a model: whatever the rate, its batches have these losses, one after the other. */
    const training = (losses: ArrayLike<number>) => {
      const rates: number[] = [];
      const trainBatch = async (rate: number) => {
        rates.push(rate);
        return losses[Math.min(rates.length, losses.length) - 1]!;
      };
      return { rates, trainBatch };
    };

    /** The number of batches that a sweep has trained. */
    const trained = (rates: readonly number[], batches: number) =>
      holds(rates.length === batches, 'The sweep does not stop where it should.', {
        expected: `${batches} batches`,
        got: `${rates.length} batches`,
      });

    /** Eight losses that fall, so that nothing stops the sweep. */
    const falling = [90, 80, 70, 60, 50, 40, 30, 20];

    /**
     * A landscape of 40 losses: they fall as long as the rates are small enough, and never quite evenly; from
     * some rate on, each is three times the one before.
     */
    const landscape = () =>
      value({ low: 4, high: 28, step: 1 }).chain((edge) =>
        columnOf(quantities.shares, 40).map((noise) => {
          const level = (i: number) => 10 + 400 * 0.9 ** Math.min(i, edge);
          return Float64Array.from(
            noise,
            (share, i) => level(i) * 3 ** Math.max(i - edge, 0) * (1 + share / 4),
          );
        }),
      );
    const decades = () => ({ start: 0.001, end: 10, steps: 40 });

    task('findLearningRate', { points: 4 }, () => {
      example('it trains one batch at each rate, from the smallest on', async ({ findLearningRate }) => {
        const { rates, trainBatch } = training(falling);
        await findLearningRate(trainBatch, { start: 0.01, end: 100, steps: 8 });
        const expected = reference.learningRates(0.01, 100, 8);
        closeFloat64(
          Float64Array.from(rates),
          expected,
          tolerance.learningRates(0.01, 100, 8),
          'The rates of the batches',
        );
      });

      example(
        'without options, 100 rates lead from 0.001 towards 1,000,000',
        async ({ findLearningRate }) => {
          const { rates, trainBatch } = training([50]);
          await findLearningRate(trainBatch);
          closeFloat64(
            Float64Array.from(rates),
            reference.learningRates(1e-3, 1e6, 100),
            tolerance.learningRates(1e-3, 1e6, 100),
            'The rates of the batches',
          );
        },
      );

      example('a batch is over before the next one begins', async ({ findLearningRate }) => {
        const events: string[] = [];
        let batch = 0;
        await findLearningRate(
          async () => {
            const loss = falling[batch]!;
            batch += 1;
            events.push('begins');
            await new Promise((resolve) => setTimeout(resolve, 1));
            events.push('is over');
            return loss;
          },
          { start: 1, end: 16, steps: 4 },
        );
        const expected = Array.from({ length: 4 }, () => 'begins, is over').join(', ');
        holds(events.join(', ') === expected, 'Batches overlap. Await each before the next.', {
          expected,
          got: events.join(', '),
        });
      });

      property(
        'each batch has an entry in the result: its rate, its loss and the smoothed loss',
        { losses: landscape() },
        async ({ findLearningRate }, { losses }) => {
          const { rates, trainBatch } = training(losses);
          const sweep = await findLearningRate(trainBatch, decades());
          isSweep(sweep);
          const seen = losses.slice(0, rates.length);
          closeFloat64(sweep.learningRates, Float64Array.from(rates), 0, 'The rates');
          closeFloat64(sweep.losses, seen, 0, 'The losses');
          const slack = tolerance.smoothed(seen, 0.98);
          closeFloat64(sweep.smoothed, reference.smoothed(seen, 0.98), slack, 'The smoothed losses');
        },
        { runs: 20 },
      );

      example(
        'it stops when the smoothed loss exceeds four times its best, and this batch is the last entry',
        async ({ findLearningRate }) => {
          // Smoothed: 100, 100, 100, 306, and then 1,283. A single loss of 900 is not enough.
          const losses = [100, 100, 100, 900, 5000, 9000, 9000, 9000];
          const { rates, trainBatch } = training(losses);
          const sweep = await findLearningRate(trainBatch, { start: 1, end: 256, steps: 8 });
          trained(rates, 5);
          isSweep(sweep);
          closeFloat64(sweep.losses, Float64Array.from(losses.slice(0, 5)), 0, 'The losses');
        },
      );

      property(
        'wherever the losses begin to explode, it sees that, and neither earlier nor later',
        { losses: landscape() },
        async ({ findLearningRate }, { losses }) => {
          const { rates, trainBatch } = training(losses);
          await findLearningRate(trainBatch, decades());
          trained(rates, reference.sweep(losses).batches);
        },
        { runs: 20 },
      );

      example(
        'a loss that is not a number, or endless, ends it at once, and is the last entry',
        async ({ findLearningRate }) => {
          for (const last of [NaN, Infinity]) {
            const { rates, trainBatch } = training([90, 80, 70, last, 60, 50, 40, 30]);
            const sweep = await findLearningRate(trainBatch, { start: 1, end: 256, steps: 8 });
            trained(rates, 4);
            isSweep(sweep);
            closeFloat64(sweep.losses, Float64Array.of(90, 80, 70, last), 0, 'The losses');
          }
        },
      );

      property(
        'the suggestion is a tenth of the rate with the least smoothed loss',
        { losses: landscape() },
        async ({ findLearningRate }, { losses }) => {
          const sweep = await findLearningRate(training(losses).trainBatch, decades());
          isSweep(sweep);
          const { least } = reference.sweep(losses);
          const { start, end, steps } = decades();
          const expected = reference.learningRates(start, end, steps)[least]! / 10;
          const slack = tolerance.learningRates(start, end, steps)[least]! / 5;
          close(sweep.suggestion, expected, slack, 'The suggestion');
        },
        { runs: 20 },
      );

      example('one lucky batch does not decide', async ({ findLearningRate }) => {
        // The least loss is the third; smoothed they fall to the last.
        const { trainBatch } = training([100, 100, 20, 60, 60, 60, 60, 60]);
        const sweep = await findLearningRate(trainBatch, { start: 1, end: 256, steps: 8 });
        isSweep(sweep);
        close(sweep.suggestion, 128 / 10, 1e-9, 'The suggestion');
      });

      example('a loss that is not a number is never the least', async ({ findLearningRate }) => {
        const { trainBatch } = training([90, 80, 70, NaN]);
        const sweep = await findLearningRate(trainBatch, { start: 1, end: 256, steps: 8 });
        isSweep(sweep);
        close(sweep.suggestion, 4 / 10, 1e-9, 'The suggestion');
      });

      property(
        'on real data the suggested rate trains, and ten times that rate does not',
        { seed: seed() },
        async ({ findLearningRate }, { seed }) => {
          const sweep = await findLearningRate(descent(seed), { start: 1e-3, end: 10, steps: 100 });
          isSweep(sweep);
          const shown = { got: `a suggestion of ${sweep.suggestion}` };
          const [first, ...later] = await lossesAt(descent(seed), sweep.suggestion);
          const [, ...beyond] = await lossesAt(descent(seed), 10 * sweep.suggestion);
          holds(
            later.at(-1)! < 0.01 * first!,
            'In 25 batches, it should leave less than 1 % of the loss.',
            shown,
          );
          holds(!(beyond.at(-1)! < first!), 'At ten times the rate, the loss should grow.', shown);
        },
        { runs: 1 },
      );

      example(
        'a very first loss that is not finite suggests nothing, and is refused',
        async ({ findLearningRate }) => {
          for (const loss of [NaN, Infinity]) {
            const sweep = () =>
              findLearningRate(training([loss]).trainBatch, { start: 0.25, end: 8, steps: 5 });
            await refusesValues('A first loss that is not finite', sweep, 0.25, loss);
          }
        },
      );

      example(
        'a range that cannot be is refused before any batch is trained',
        async ({ findLearningRate }) => {
          const { rates, trainBatch } = training(falling);
          const upwards = () => findLearningRate(trainBatch, { start: 8, end: 0.25, steps: 20 });
          await refusesValues('An end below the start', upwards, 8, 0.25, 20);
          trained(rates, 0);
        },
      );
    });
  },
);

/** A model of the article's data in small, standardized, that goes downhill by a batch of 64 at each call. */
function descent(seed: number): (rate: number) => Promise<number> {
  const { train, model } = smallExperiment(seed);
  const x = reference.transformed(train.x, reference.fitted(train.x));
  let line: reference.Line = copyOfData(model);
  let batch = 0;
  return async (rate) => {
    const rows = Uint32Array.from({ length: 64 }, (_, row) => (64 * batch + row) % x.rows);
    batch += 1;
    const targets = Float32Array.from(rows, (row) => train.targets[row]!);
    const residuals = reference.residuals(x.take(rows), targets, line);
    line = reference.descended(line, reference.gradient(x.take(rows), residuals), rate);
    return reference.mean(residuals.map((residual) => residual ** 2));
  };
}

/** What a batch loses over 26 batches at one rate. */
async function lossesAt(trainBatch: (rate: number) => Promise<number>, rate: number): Promise<number[]> {
  const losses: number[] = [];
  for (let batch = 0; batch < 26; batch++) losses.push(await trainBatch(rate));
  return losses;
}
