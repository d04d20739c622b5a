import { describe, expect, it } from 'vitest';
import { useBackend } from '#kit/gpu';
import { failures, isCaught, judge, lessonsToJudge, loadShelves, ways, type Way } from './judge';

// A seed of its own for every run: what holds must hold for any.
const seed = Math.floor(Math.random() * 2 ** 31);

describe.each(lessonsToJudge().map((lesson) => [lesson.name, lesson] as const))(
  `%s, seed ${seed}`,
  async (_, lesson) => {
    const { suite, solution, blank, misconceptions } = await loadShelves(lesson);

    /** Titles of tests that have caught something. */
    const catching = new Set<string>();
    /** The first of some tests that catches it. */
    const catcherOf = async (module: object, way: Way, tests = suite.tests) => {
      const caught = (await judge({ tests }, module, way, seed, isCaught)).find(isCaught);
      if (caught !== undefined) catching.add(caught.title);
      return caught?.title;
    };

    describe.each(Object.keys(ways) as Way[])('%s', (way) => {
      it('every test passes on the solution', async () => {
        expect(failures(await judge(suite, solution, way, seed))).toEqual([]);
      });

      it('every test reports "not started" on the blank stub', async () => {
        const begun = (await judge(suite, blank, way, seed)).filter(
          ({ outcome }) => outcome.status !== 'not started',
        );
        expect(begun).toEqual([]);
      });

      it.each(misconceptions.map(({ name, module }) => [name, module] as const))(
        '%s is caught',
        async (_name, module) => {
          expect(await catcherOf(module, way)).toBeDefined();
        },
      );
    });

    it.each(['webasm', 'dev'] as const)('every test passes on the solution on %s', async (backend) => {
      useBackend(backend);
      try {
        expect(failures(await judge(suite, solution, 'directly', seed))).toEqual([]);
      } finally {
        useBackend('cpu');
      }
    });

    it('every test catches at least one misconception', async () => {
      const idle = () => suite.tests.filter(({ title }) => !catching.has(title));
      for (const { module } of misconceptions) {
        // As long as it is caught by one that has caught nothing before, it may be by another as well.
        while (idle().length > 0 && (await catcherOf(module, 'directly', idle())) !== undefined);
      }
      expect(idle().map(({ title }) => title)).toEqual([]);
    });
  },
);
