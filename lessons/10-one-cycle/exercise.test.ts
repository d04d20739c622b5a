import type * as Lesson from '#kit/course/blank/10-one-cycle';
import {
  amount,
  close,
  holds,
  reference,
  refusesValues,
  suite,
  tolerance,
  unchangedList,
  value,
} from '#kit/testing';

export default suite<typeof Lesson>(
  import.meta,
  () => import('./exercise'),
  ({ task, example, property }) => {
    /** How much of a way, or of a training, is done. */
    const position = () => value({ low: 0, high: 1, step: 1 / 1024 });

    task('cosine', { points: 1 }, () => {
      example('half of the way is the middle, but a quarter of it is only 15 %', async ({ cosine }) => {
        const slack = tolerance.cosine(200, 300);
        close(await cosine(200, 300, 0.5), 250, slack, 'The value half of the way');
        close(await cosine(200, 300, 0.25), 200 + 50 * (1 - Math.SQRT1_2), slack, 'The value at a quarter');
        close(
          await cosine(200, 300, 0.75),
          200 + 50 * (1 + Math.SQRT1_2),
          slack,
          'The value at three quarters',
        );
      });

      example('it is exactly the start at 0, and exactly the end at 1', async ({ cosine }) => {
        close(await cosine(0.4, 10, 0), 0.4, 0, 'The value at 0');
        close(await cosine(0.4, 10, 1), 10, 0, 'The value at 1');
        close(await cosine(10, 1e-4, 0), 10, 0, 'The value at 0');
        close(await cosine(10, 1e-4, 1), 1e-4, 0, 'The value at 1');
      });

      property(
        'between any two numbers it goes along half a wave',
        { start: amount(100), end: amount(100), position: position() },
        async ({ cosine }, { start, end, position }) => {
          const expected = reference.cosine(start, end, position);
          close(await cosine(start, end, position), expected, tolerance.cosine(start, end));
        },
      );

      property(
        'the way back is the way there',
        { start: amount(100), end: amount(100), position: position() },
        async ({ cosine }, { start, end, position }) => {
          const there = await cosine(start, end, position);
          close(await cosine(end, start, 1 - position), there, 2 * tolerance.cosine(start, end));
        },
      );

      example('cosine refuses a position outside 0 … 1', async ({ cosine }) => {
        await refusesValues('A position below 0', () => cosine(200, 300, -0.25), -0.25);
        await refusesValues('A position above 1', () => cosine(200, 300, 1.25), 1.25);
        await refusesValues('A position that is not a number', () => cosine(200, 300, NaN), NaN);
      });
    });

    type Moment = ReturnType<typeof Lesson.oneCycle>;

    /** Passes when a rate and a momentum came back. */
    const isMoment = (moment: Moment) => {
      const parts = Object.keys(moment ?? {});
      holds(
        parts.includes('learningRate') && parts.includes('momentum'),
        moment === undefined
          ? 'Nothing came back. Is a `return` missing?'
          : 'A rate and a momentum should come back.',
        { expected: '{ learningRate, momentum }', got: `{ ${parts.join(', ')} }` },
      );
    };

    /** Passes when both are within their tolerances. */
    const closeMoment = (moment: Moment, expected: Moment, slack: Moment) => {
      isMoment(moment);
      close(moment.learningRate, expected.learningRate, slack.learningRate, 'The learning rate');
      close(moment.momentum, expected.momentum, slack.momentum, 'The momentum');
    };

    const exactly: Moment = { learningRate: 0, momentum: 0 };

    /** The article's cycle: what stands where nothing is said, with a peak of 10. */
    const article = (): reference.Cycle => ({
      peak: 10,
      warmUp: 0.25,
      divide: 25,
      finalDivide: 1e5,
      momentums: [0.95, 0.85, 0.95],
    });

    /** Three momentums that all differ: at the start, at the peak and at the end. */
    const momentums = () =>
      value({ low: 0.25, high: 0.5, step: 1 / 64 }).map((middle) => [1.5 * middle, middle, 1.75 * middle]);

    const cycle = {
      peak: value({ low: 1 / 16, high: 64, step: 1 / 16 }),
      warmUp: value({ low: 1 / 16, high: 15 / 16, step: 1 / 16 }),
      divide: value({ low: 2, high: 50, step: 1 }),
      finalDivide: value({ low: 100, high: 100_000, step: 1 }),
      momentums: momentums(),
    };

    task('oneCycle', { points: 3 }, () => {
      example(
        'at a peak of 10 the rate begins at 0.4, is 10 after a quarter of the training, and ends at 0.0001',
        async ({ oneCycle }) => {
          for (const [position, learningRate] of [
            [0, 0.4],
            [0.25, 10],
            [1, 1e-4],
          ] as const) {
            const moment = await oneCycle(position, { peak: 10 });
            isMoment(moment);
            close(moment.learningRate, learningRate, 0, `The rate at position ${position}`);
          }
        },
      );

      example('the momentum begins at 0.95, is 0.85 at the peak, and ends at 0.95', async ({ oneCycle }) => {
        for (const [position, momentum] of [
          [0, 0.95],
          [0.25, 0.85],
          [1, 0.95],
        ] as const) {
          const moment = await oneCycle(position, { peak: 10 });
          isMoment(moment);
          close(moment.momentum, momentum, 0, `The momentum at position ${position}`);
        }
      });

      example('a quarter of the warm-up gains 15 % of the rise, and not 25 %', async ({ oneCycle }) => {
        const share = (1 - Math.SQRT1_2) / 2;
        const expected = { learningRate: 0.4 + 9.6 * share, momentum: 0.95 - 0.1 * share };
        closeMoment(await oneCycle(1 / 16, { peak: 10 }), expected, tolerance.oneCycle(article()));
      });

      example(
        'the last of 25,000 steps, at position 24,999 / 25,000, has a rate of about 0.00010007',
        async ({ oneCycle }) => {
          const moment = await oneCycle(24_999 / 25_000, { peak: 10 });
          isMoment(moment);
          close(moment.learningRate, 1.0007e-4, 1e-8, 'The rate of the last step');
        },
      );

      example(
        'the rate rises until a quarter of the training is done, and falls from there on',
        async ({ oneCycle }) => {
          const rates: number[] = [];
          for (let step = 0; step <= 40; step++) {
            const moment = await oneCycle(step / 40, { peak: 10 });
            isMoment(moment);
            rates.push(moment.learningRate);
          }
          const turn = rates.findIndex((rate, step) => !(rates[step + 1]! > rate));
          const again = rates.findIndex((rate, step) => step > turn && !(rates[step - 1]! > rate));
          holds(turn === 10, 'The rate should rise up to position 0.25, and no further.', {
            expected: 'highest at position 0.25',
            got: `no longer rising at position ${turn / 40}`,
          });
          holds(again === -1, 'After the peak, the rate should fall to the end.', {
            expected: 'falling from position 0.25 to 1',
            got: `not falling before position ${again / 40}`,
          });
        },
      );

      property(
        'the momentum mirrors the rate: 0.1 lower at the peak, and as much of that as the rate has risen',
        { position: position() },
        async ({ oneCycle }, { position }) => {
          const moment = await oneCycle(position, { peak: 10 });
          isMoment(moment);
          const lowest = position < 0.25 ? 0.4 : 1e-4;
          const risen = (moment.learningRate - lowest) / (10 - lowest);
          close(moment.momentum, 0.95 - 0.1 * risen, tolerance.oneCycle(article()).momentum, 'The momentum');
        },
      );

      property(
        'nothing jumps at the peak: shortly before and after it, rate and momentum are nearly there',
        { peak: cycle.peak, warmUp: cycle.warmUp },
        async ({ oneCycle }, { peak, warmUp }) => {
          for (const position of [warmUp - 1 / 1024, warmUp, warmUp + 1 / 1024]) {
            const moment = await oneCycle(position, { peak, warmUp });
            // At most 1/64 of the way, and so, along a cosine, 0.0006 of the rise or the fall.
            const slack = { learningRate: 1e-3 * peak, momentum: 1e-3 * 0.1 };
            closeMoment(moment, { learningRate: peak, momentum: 0.85 }, slack);
          }
        },
      );

      property(
        'warm-up, divisors and momentums can all be chosen',
        { position: position(), ...cycle },
        async ({ oneCycle }, { position, ...options }) => {
          const expected = reference.oneCycle(position, options);
          closeMoment(await oneCycle(position, options), expected, tolerance.oneCycle(options));
        },
      );

      property(
        'with divisors and momentums of one’s own, start, peak and end are exact',
        cycle,
        async ({ oneCycle }, options) => {
          const { peak, warmUp, divide, finalDivide } = options;
          const [atStart, atPeak, atEnd] = options.momentums as [number, number, number];
          const start = { learningRate: peak / divide, momentum: atStart };
          closeMoment(await oneCycle(0, options), start, exactly);
          closeMoment(await oneCycle(warmUp, options), { learningRate: peak, momentum: atPeak }, exactly);
          const end = { learningRate: peak / finalDivide, momentum: atEnd };
          closeMoment(await oneCycle(1, options), end, exactly);
        },
      );

      example('without a warm-up, a training begins at the peak', async ({ oneCycle }) => {
        const options = { ...article(), warmUp: 0 };
        closeMoment(await oneCycle(0, options), { learningRate: 10, momentum: 0.85 }, exactly);
        closeMoment(
          await oneCycle(0.5, options),
          { learningRate: (10 + 1e-4) / 2, momentum: 0.9 },
          tolerance.oneCycle(options),
        );
      });

      example('a training that is all warm-up ends at the peak', async ({ oneCycle }) => {
        const options = { ...article(), warmUp: 1 };
        closeMoment(
          await oneCycle(0.5, options),
          { learningRate: (0.4 + 10) / 2, momentum: 0.9 },
          tolerance.oneCycle(options),
        );
        closeMoment(await oneCycle(1, options), { learningRate: 10, momentum: 0.85 }, exactly);
      });

      example('oneCycle refuses a position outside 0 … 1', async ({ oneCycle }) => {
        await refusesValues('A position below 0', () => oneCycle(-0.25, { peak: 10 }), -0.25);
        await refusesValues('A position above 1', () => oneCycle(1.25, { peak: 10 }), 1.25);
        await refusesValues('A position that is not a number', () => oneCycle(NaN, { peak: 10 }), NaN);
      });

      example('a peak of 0 or below it is refused', async ({ oneCycle }) => {
        await refusesValues('A peak of 0', () => oneCycle(0.5, { peak: 0 }), 0);
        await refusesValues('A peak below 0', () => oneCycle(0.5, { peak: -2.5 }), -2.5);
      });

      example('a warm-up outside 0 … 1, or a divisor below 1, is refused', async ({ oneCycle }) => {
        const cycleWith = (options: Partial<reference.Cycle>) => oneCycle(0.5, { peak: 10, ...options });
        await refusesValues('A warm-up below 0', () => cycleWith({ warmUp: -0.25 }), -0.25);
        await refusesValues('A warm-up above 1', () => cycleWith({ warmUp: 1.25 }), 1.25);
        await refusesValues('A divisor of 0', () => cycleWith({ divide: 0 }), 0);
        await refusesValues('A final divisor below 1', () => cycleWith({ finalDivide: 0.5 }), 0.5);
      });

      example('momentums are three, no more and no fewer', async ({ oneCycle }) => {
        const cycleWith = (momentums: number[]) => oneCycle(0.5, { peak: 10, momentums });
        await refusesValues('An empty list of momentums', () => cycleWith([]), 0);
        await refusesValues('A list of 2 momentums', () => cycleWith([0.95, 0.85]), 2);
        await refusesValues('A list of 4 momentums', () => cycleWith([0.95, 0.85, 0.95, 0.95]), 4);
      });

      example('a momentum below 0, of 1 or above is refused', async ({ oneCycle }) => {
        const cycleWith = (last: number) => oneCycle(0.5, { peak: 10, momentums: [0.95, 0.85, last] });
        await refusesValues('A momentum below 0', () => cycleWith(-0.5), -0.5);
        await refusesValues('A momentum of 1', () => cycleWith(1), 1);
        await refusesValues('A momentum above 1', () => cycleWith(1.5), 1.5);
      });

      example('oneCycle leaves the momentums as they were', async ({ oneCycle }) => {
        for (const position of [0.125, 0.5]) {
          const momentums = [0.9, 0.8, 0.95];
          await oneCycle(position, { peak: 10, momentums });
          unchangedList(momentums, [0.9, 0.8, 0.95]);
        }
      });
    });
  },
);
