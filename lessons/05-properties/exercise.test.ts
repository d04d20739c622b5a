import type * as Lesson from '#kit/course/blank/05-properties';
import {
  eachIsRejected,
  eachRejects,
  holdsForRight,
  standardizers,
  suite,
  tried,
  verdictTable,
} from '#kit/testing';

export default suite<typeof Lesson>(
  import.meta,
  () => import('./exercise'),
  ({ task, example }) => {
    /** On the right one, a property that is a little too strict has to be found. */
    const often = 2000;
    /** On a wrong one, a property that rejects it now and then has to. */
    const seldom = 200;

    task('properties', { points: 6 }, () => {
      example(
        'properties returns fast-check properties, each under its name',
        async (_, { tryProperties, answerKey, seed }) => {
          const { right } = await standardizers(answerKey);
          tried(await tryProperties('properties', [right], { seed, runs: 1, shrink: false }));
        },
      );

      example(
        'every property holds for the right standardize, 2,000 times',
        async (_, { tryProperties, answerKey, seed }) => {
          const { right } = await standardizers(answerKey);
          holdsForRight(
            tried(await tryProperties('properties', [right], { seed, runs: often, shrink: true })),
          );
        },
      );

      example(
        'every property finds fault with at least one wrong standardize',
        async (_, { tryProperties, answerKey, seed, show }) => {
          const judges = await standardizers(answerKey);
          const wrong = judges.wrong.map(({ standardize }) => standardize);
          const properties = tried(
            await tryProperties('properties', wrong, { seed, runs: seldom, shrink: false }),
          );
          show(verdictTable(properties, judges));
          eachRejects(properties);
        },
      );

      example(
        'every wrong standardize is rejected by at least one property',
        async (_, { tryProperties, answerKey, seed, show }) => {
          const judges = await standardizers(answerKey);
          const wrong = judges.wrong.map(({ standardize }) => standardize);
          const properties = tried(
            await tryProperties('properties', wrong, { seed, runs: seldom, shrink: false }),
          );
          show(verdictTable(properties, judges));
          eachIsRejected(properties, judges);
        },
      );
    });
  },
);
