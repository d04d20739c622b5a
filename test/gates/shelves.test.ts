import { describe, expect, it } from 'vitest';
import { useBackend } from '#kit/gpu';
import {
  failures,
  isCaught,
  judge,
  lessonsToJudge,
  loadShelves,
  ways,
  type Verdict,
  type Way,
} from './judge';

// A seed of its own for every run: what holds must hold for any.
const seed = Math.floor(Math.random() * 2 ** 31);

describe.each(lessonsToJudge().map((lesson) => [lesson.name, lesson] as const))(
  `%s, seed ${seed}`,
  async (_, lesson) => {
    const { suite, solution, blank, misconceptions } = await loadShelves(lesson);

    const known = new Map<object, string[]>();
    /** Titles of all tests that catch it. */
    const catchersOf = async (module: object) => {
      const titles = known.get(module) ?? titlesOf(await judge(suite, module, 'directly', seed));
      known.set(module, titles);
      return titles;
    };
    const firstCatcher = async (module: object, way: Way) =>
      titlesOf(await judge(suite, module, way, seed, isCaught));

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
          const caught = way === 'directly' ? await catchersOf(module) : await firstCatcher(module, way);
          expect(caught).not.toEqual([]);
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
      const caught = new Set<string>();
      for (const { module } of misconceptions)
        for (const title of await catchersOf(module)) caught.add(title);
      expect(suite.tests.map(({ title }) => title).filter((title) => !caught.has(title))).toEqual([]);
    });
  },
);

function titlesOf(verdicts: readonly Verdict[]): string[] {
  return verdicts.filter(isCaught).map(({ title }) => title);
}
