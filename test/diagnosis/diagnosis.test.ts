import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findLesson, listLessons, loadAnswerKey, loadModule, loadSuite, root } from '#kit/course';
import type { AnswerKey, Suite } from '#kit/testing';
import { firstDiagnosis } from '../gates/first-diagnosis';

// A seed of its own for every run: what holds must hold for any.
const seed = Math.floor(Math.random() * 2 ** 31);

/** Mistakes that are known, but that these files make in a way which nothing can tell from an unknown one. */
const unnamed: ReadonlyMap<string, string> = new Map([
  ['03-one-pass', 'what rounding leaves of two large sums depends on the order in which they are added up'],
  ['08-counts-for-everybody', 'its counter never begins anew, and so it is wrong from the second test on'],
  ['12-raw-arm-first', 'it trains the arms in the other order, and so the optimizers are called in another'],
]);

interface Shelves {
  readonly suite: Suite<object>;
  readonly key: AnswerKey;
}

const shelves = new Map<string, Promise<Shelves>>();

/** A lesson's tests and its mistakes, in modules that no learner's file shares. */
function shelvesOf(number: string): Promise<Shelves> {
  const loaded = shelves.get(number) ?? loadShelves(number);
  shelves.set(number, loaded);
  return loaded;
}

async function loadShelves(number: string): Promise<Shelves> {
  const lesson = findLesson(listLessons(), number)!;
  const key = await loadAnswerKey(lesson.name);
  return { suite: await loadSuite(lesson), key: await key.again() };
}

/** Names of the files in a folder beside this one. */
function filesIn(folder: string): string[] {
  return readdirSync(join(root, 'test/diagnosis', folder))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replace(/\.ts$/, ''))
    .toSorted();
}

async function diagnosisOf(file: string) {
  const module = (await loadModule(`test/diagnosis/${file}.ts`)) as { lesson: string; mistake?: string };
  const { suite, key } = await shelvesOf(module.lesson);
  const known = key.misconceptions.find(({ name }) => name === module.mistake);
  return { known, diagnosis: await firstDiagnosis(suite, module, key, seed) };
}

const known = filesIn('known');
const unknown = filesIn('unknown');

describe(`a known mistake is named, however it is written, seed ${seed}`, () => {
  it.each(known.filter((file) => !unnamed.has(file)))('%s', async (file) => {
    const { known, diagnosis } = await diagnosisOf(`known/${file}`);
    expect(known).toBeDefined();
    expect(diagnosis?.sentence).toBe(known?.mistake);
  });

  it.each([...unnamed])('%s need not be: %s', async (file) => {
    const { known, diagnosis } = await diagnosisOf(`known/${file}`);
    expect(known).toBeDefined();
    expect(diagnosis).toBeDefined();
    expect([undefined, known?.mistake]).toContain(diagnosis?.sentence);
  });

  it('hardly one is left without its name', () => {
    expect(known).toEqual(expect.arrayContaining([...unnamed.keys()]));
    expect(unnamed.size / known.length).toBeLessThanOrEqual(1 / 24);
  });
});

describe(`of an unknown mistake nothing is said, seed ${seed}`, () => {
  it.each(unknown)('%s', async (file) => {
    const { diagnosis } = await diagnosisOf(`unknown/${file}`);
    expect(diagnosis).toBeDefined();
    expect(diagnosis?.sentence).toBeUndefined();
  });
});
