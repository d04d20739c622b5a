import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomKernel, type RandomKernel } from '../random-kernel';
import { disagreement, followAll, read, type KernelCase } from './run-kernel';

const count = Number(process.env['RANDOM_KERNELS'] ?? 1000);

function caseOf(kernel: RandomKernel): KernelCase {
  const { source, functions, constants, output, args } = kernel;
  return { source, functions, constants: { ...constants }, output, arguments: args };
}

describe('random correct kernels', () => {
  it(
    'raise no alarm, and rounding explains every difference between cpu and webasm',
    { timeout: 120_000 },
    () => {
      let threads = 0;
      let judged = 0;
      const property = fc.property(randomKernel(), (kernel) => {
        const given = caseOf(kernel);
        const reading = read(given);
        const traces = followAll(given);
        expect(reading.mistakes).toEqual([]);
        expect(disagreement(given, reading, traces)).toBeUndefined();
        for (const { roundingBound } of traces) {
          threads += 1;
          if (roundingBound < Infinity) judged += 1;
        }
      });
      fc.assert(property, { numRuns: count, endOnFailure: true });
      // A bound that is never finite would explain everything, and find nothing.
      expect(judged / threads).toBeGreaterThan(0.7);
      if (process.env['RANDOM_KERNELS']) console.log(`${judged} of ${threads} threads judged`);
    },
  );
});
