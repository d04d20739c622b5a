import { describe, expect, it } from 'vitest';
import { placeOf, serveFile } from '../../src/gpu/learner-code';

const address = 'http://127.0.0.1:5173/@fs/course/lessons/07-gradient-step/exercise.ts';
serveFile({
  url: address,
  file: 'lessons/07-gradient-step/exercise.ts',
  text: 'first\n  second\nthird\n',
  // Two lines of the browser's are one of the file.
  lines: [1, 1, 2, 3],
});
const kit = 'http://127.0.0.1:5173/worker/worker.ts';
const place = { file: 'lessons/07-gradient-step/exercise.ts', line: 2, code: 'second' };

describe("a line of the learner's, from a stack in a browser", () => {
  it.each([
    ['Chromium', `Error: no\n    at run (${kit}:9:1)\n    at async residuals (${address}:3:11)`],
    ['Chromium, without a name', `Error: no\n    at ${address}?t=12:3:11`],
    ['Firefox', `run@${kit}:9:1\nasync*residuals@${address}:3:11\n@${kit}:1:1\n`],
    ['Firefox, in a function within', `run@${kit}:9:1\nresiduals/<@${address}?t=12:3:11\n`],
    [
      'Firefox, through code compiled at run time',
      `f@${address} line 1 > Function:1:1\nresiduals@${address}:3:11`,
    ],
    ['Safari', `run@${kit}:9:1\n[native code]\nmodule code@${address}:3:11`],
    ['Safari, without a name', `${address}:3:11\n[native code]`],
  ])('as %s writes it', (_, stack) => {
    expect(placeOf({ stack })).toMatchObject(place);
  });

  it('is none where only the kit is in it', () => {
    expect(placeOf({ stack: `run@${kit}:9:1\n${kit}:1:1` })).toBeUndefined();
  });
});
