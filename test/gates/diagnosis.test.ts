import { describe, expect, it } from 'vitest';
import { loadAnswerKey, loadSuite } from '#kit/course';
import { firstDiagnosis } from './first-diagnosis';
import { lessonsToJudge, withMistakes } from './judge';

// A seed of its own for every run: what holds must hold for any.
const seed = Math.floor(Math.random() * 2 ** 31);

// `npm run verify` counts these tests by their last words.
const lessons = lessonsToJudge().filter((lesson) => withMistakes(lesson) === lesson);

// Lesson 05 alone has nothing to name.
it.runIf(lessons.length === 0)('there is nothing to name', () => undefined);

describe.each(lessons.map((lesson) => [lesson.name, lesson] as const))(
  `%s, seed ${seed}`,
  async (_, lesson) => {
    const suite = await loadSuite(lesson);
    const key = await loadAnswerKey(lesson.name);
    // As in `npm test`, the learner's modules are not those of the answer key.
    const { misconceptions } = await key.again();

    it.each(misconceptions.map((each) => [each.name, each] as const))(
      '%s is named',
      async (_name, { module, mistake }) => {
        const found = await firstDiagnosis(suite, module, key, seed);
        expect(found?.sentence, found?.title).toBe(mistake);
      },
    );
  },
);
