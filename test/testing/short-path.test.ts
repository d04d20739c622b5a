import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lengthenPath, shortenPath } from '../../src/testing/short-path';

it('writes one character for each short step', () => {
  expect(shortenPath('12:0:0:45:1')).toBe('c00.45.1');
});

it('leads back to the path', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 200 })), (steps) => {
      expect(lengthenPath(shortenPath(steps.join(':')))).toBe(steps.join(':'));
    }),
  );
});
