import { beforeAll, describe, expect, it } from 'vitest';
import { lessonWith, loadModule } from '#kit/course';
import {
  biasInTheory,
  bowlInTheory,
  judgements,
  measureWhy,
  statementsOn,
  stepsInTheory,
  whyCalls,
  whyReport,
  type Measured,
  type Statement,
  type WhyFunctions,
} from '#kit/race';

const scales = [79, 93, 48, 48, 84, 53, 18, 92, 93, 22];

describe('theory', () => {
  it.each([
    [1, 19.28],
    [2, 28.05],
    [5, 63.3],
    [10, 152.08],
    [20, 442],
    [100, 8162],
  ])('%i inputs between 0 and 1 have a condition number of %f', (d, expected) => {
    const { steepest, flattest } = bowlInTheory(d, 'raw');
    expect(steepest / flattest / expected).toBeCloseTo(1, 3);
  });

  it('ten of them, treated', () => {
    const condition = (treatment: Parameters<typeof bowlInTheory>[1]) => {
      const { steepest, flattest } = bowlInTheory(10, treatment);
      return steepest / flattest;
    };
    expect(bowlInTheory(10, 'raw').steepest).toBeCloseTo(7.11985, 5);
    expect(bowlInTheory(10, 'raw').flattest).toBeCloseTo(0.0468175, 7);
    expect(condition('centered')).toBeCloseTo(12, 10);
    expect(condition('scaled')).toBeCloseTo(1022, 0);
    expect(condition('standardized')).toBe(1);
  });

  it('the bias runs off and comes back, raw, and goes straight to the mean, standardized', () => {
    const raw = biasInTheory(scales, 'raw', 0.1, [5, 20, 100, 250, 500, 2500]).map(Math.round);
    expect(raw).toEqual([87, 81, 56, 28, 9, 0]);
    const standardized = biasInTheory(scales, 'standardized', 0.1, [5, 10, 20, 50]);
    standardized.forEach((bias, index) =>
      expect(bias).toBeCloseTo(315 * (1 - 0.8 ** [5, 10, 20, 50][index]!), 8),
    );
  });

  it('counts steps', () => {
    expect(stepsInTheory(bowlInTheory(10, 'raw'), 0.01)).toBe(351);
    expect(stepsInTheory(bowlInTheory(10, 'standardized'), 0.01)).toBe(1);
  });
});

describe('the article’s statements on the solutions', () => {
  let measured: Measured;
  let statements: Statement[];
  const asked: string[] = [];
  beforeAll(async () => {
    const found: Record<string, unknown> = {};
    for (const name of Object.keys(whyCalls)) {
      found[name] = ((await loadModule(lessonWith(name)!.solution)) as Record<string, unknown>)[name];
    }
    const functions = found as unknown as WhyFunctions;
    measured = await measureWhy(functions, { rows: 2_000, seed: 1, onProgress: (what) => asked.push(what) });
    statements = statementsOn(measured);
  });

  it('come in three groups, each with figures and a command', () => {
    expect([...new Set(statements.map(({ judgement }) => judgement))]).toEqual(judgements);
    for (const { figures, see, claim, words } of statements) {
      expect(figures.length, claim).toBeGreaterThan(0);
      for (const command of see) expect(command).toMatch(/^npm (test \d\d|run race)/);
      expect(`${claim} ${words}`).not.toMatch(/undefined|NaN/);
    }
    expect(asked).toContain('descent, raw');
  });

  it('agree with theory', () => {
    // 2,000 rows are not endlessly many: the columns happen to move together a little.
    const within = (name: string) => (/normalized/.test(name) ? 0.3 : 0.15);
    for (const { name, theory, yours } of statements.flatMap(({ figures }) => figures)) {
      if (/^steps to 1 %.*normalized/.test(name)) expect(yours).toBeLessThanOrEqual(3);
      else expect(Math.abs(yours - theory), name).toBeLessThanOrEqual(within(name) * Math.abs(theory) + 0.04);
    }
  });

  it('predict what descent then does', () => {
    for (const { predictedLimit, limit, predictedSteps, steps } of Object.values(measured.descents)) {
      expect(limit / predictedLimit).toBeCloseTo(1, 2);
      expect(steps).toBeLessThanOrEqual(predictedSteps);
    }
    expect(measured.descents.raw.steps).toBeGreaterThan(0.9 * measured.descents.raw.predictedSteps);
  });

  it('become plain data, with null for what is not finite', () => {
    const endless = {
      ...measured,
      descents: { ...measured.descents, raw: { ...measured.descents.raw, steps: Infinity } },
    };
    const report = JSON.parse(
      JSON.stringify(whyReport(endless, { backend: 'cpu', shelf: 'solutions' })),
    ) as Record<string, unknown>;
    expect(Object.keys(report)).toEqual(['version', 'rows', 'seed', 'backend', 'shelf', 'statements']);
    const [first] = report['statements'] as { figures: { name: string; yours: number | null }[] }[];
    expect(first!.figures.find(({ name }) => name.endsWith('raw, taken'))?.yours).toBeNull();
  });
});
