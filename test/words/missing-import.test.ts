import { expect, it } from 'vitest';
import { missingImport } from '../../src/words';

const address = 'http://127.0.0.1:5173/@fs/course/lessons/07-gradient-step/exercise.ts?t=1';

it.each([
  ['Node', "The requested module './07-gradient-step.js' does not provide an export named 'residuals'"],
  ['Chromium', `The requested module '${address}' does not provide an export named 'residuals'`],
  ['Firefox', `The requested module '${address}' doesn't provide an export named: 'residuals'`],
])('an import in vain is known by what %s says of it', (_, message) => {
  expect(missingImport(new SyntaxError(message))).toEqual({
    lesson: '07-gradient-step',
    exercise: 'residuals',
  });
});
