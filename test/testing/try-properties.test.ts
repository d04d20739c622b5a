import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tryProperties, type TrialSettings } from '../../src/testing/try-properties';

type Subject = (value: number) => Promise<number>;

const RUNS = 50;

/** Two laws of doubling, of which the first finds what is wrong about negative numbers. */
const properties = () => ({
  'is twice as much': (double: Subject) =>
    fc.asyncProperty(fc.integer({ min: -9, max: 9 }), async (value) => (await double(value)) === 2 * value),
  'is even': (double: Subject) =>
    fc.asyncProperty(
      fc.integer({ min: -9, max: 9 }),
      async (value) => Math.abs((await double(value)) % 2) === 0,
    ),
});

/** @returns for each subject whether the properties held, and how often it was called */
async function tried(settings: Partial<TrialSettings> = {}) {
  const called = { right: 0, wrong: 0 };
  const subjects: Subject[] = [
    async (value) => (called.right++, 2 * value),
    async (value) => (called.wrong++, 2 * Math.abs(value)),
  ];
  const trials = await tryProperties(properties, subjects, {
    seed: 1,
    runs: RUNS,
    shrink: false,
    ...settings,
  });
  if ('problem' in trials) throw new Error(trials.problem);
  return { held: trials.properties.map((each) => each.trials.map(({ held }) => held)), called };
}

describe('properties on right and wrong subjects', () => {
  it('are each tried to the end, or until they are broken', async () => {
    const { held, called } = await tried();
    expect(held).toEqual([
      [true, false],
      [true, true],
    ]);
    expect(called.right).toBe(2 * RUNS);
    expect(called.wrong).toBeGreaterThan(RUNS);
  });

  it('leave a subject alone that one of them has broken, where that is enough, and no other', async () => {
    const { held, called } = await tried({ untilBroken: true });
    expect(held[0]).toEqual([true, false]);
    expect(called.right).toBe(2 * RUNS);
    expect(called.wrong).toBeLessThan(RUNS);
  });
});
