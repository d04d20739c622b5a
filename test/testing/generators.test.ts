import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amount,
  column,
  constantColumn,
  factor,
  Matrix,
  model,
  quantities,
  standardizer,
  table,
  tableWith,
  value,
  variedColumn,
} from '#kit/testing';

const draw = <Drawn>(generator: fc.Arbitrary<Drawn>) => fc.sample(generator, { numRuns: 500, seed: 3 });

/** What a generator shrinks to when everything fails. */
async function smallest<Drawn>(generator: fc.Arbitrary<Drawn>): Promise<Drawn> {
  const check = await fc.check(
    fc.property(generator, () => false),
    { seed: 4 },
  );
  const [drawn] = check.counterexample as [Drawn];
  return drawn;
}

describe('generators', () => {
  it.each(Object.entries(quantities))('draw %s within their range, exact in float32', (_, quantity) => {
    for (const drawn of draw(value(quantity))) {
      expect(drawn).toBeGreaterThanOrEqual(quantity.low);
      expect(drawn).toBeLessThanOrEqual(quantity.high);
      expect(Math.fround(drawn)).toBe(drawn);
    }
  });

  it('draw columns of few lengths, so that kernels compile rarely', () => {
    expect(new Set(draw(column()).map((drawn) => drawn.length)).size).toBeLessThanOrEqual(5);
  });

  it('draw varied columns with a spread, and constant columns without', () => {
    for (const drawn of draw(variedColumn())) expect(new Set(drawn).size).toBeGreaterThan(1);
    for (const drawn of draw(constantColumn())) expect(new Set(drawn).size).toBe(1);
  });

  it('draw tables that are never square, so that swapping rows and columns shows', () => {
    for (const drawn of draw(table())) {
      expect(drawn).toBeInstanceOf(Matrix);
      expect(drawn.rows).not.toBe(drawn.columns);
    }
  });

  it('draw models with a weight for each feature', () => {
    for (const { weights, bias } of draw(model(3))) {
      expect(weights.length).toBe(3);
      expect(Math.fround(bias)).toBe(bias);
    }
  });

  it('draw a table together with what fits it', () => {
    for (const { x, line } of draw(tableWith((x) => ({ line: model(x.columns) })))) {
      expect(line.weights.length).toBe(x.columns);
    }
  });

  it('draw statistics of as many columns, some of them constant', () => {
    const drawn = draw(standardizer(3));
    for (const { means, standardDeviations } of drawn) {
      expect([means.length, standardDeviations.length]).toEqual([3, 3]);
      expect(Math.min(...standardDeviations)).toBeGreaterThanOrEqual(0);
    }
    const constant = drawn.flatMap(({ standardDeviations }) =>
      [...standardDeviations].map((std) => std === 0),
    );
    const share = constant.filter(Boolean).length / constant.length;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.3);
  });

  it('draw factors that are never 0, within their limit', () => {
    for (const drawn of draw(factor(4))) expect(drawn !== 0 && Math.abs(drawn) <= 4).toBe(true);
    expect(draw(amount(1))).toContain(0);
  });

  it('shrink to few and simple numbers', async () => {
    expect(await smallest(column())).toEqual(Float32Array.of(0, 0));
    expect((await smallest(table())).data).toEqual(Float32Array.of(0, 0));
    expect(await smallest(model(2))).toEqual({ weights: Float32Array.of(0, 0), bias: 0 });
    expect(await smallest(standardizer(1))).toEqual({
      means: Float32Array.of(0),
      standardDeviations: Float32Array.of(0),
    });
  });
});
