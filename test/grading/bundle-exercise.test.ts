import { describe, expect, it } from 'vitest';
import { findLesson, listLessons } from '#kit/course';
import { bundleExercise } from '../../src/grading/bundle-exercise';

const lesson = (number: string) => findLesson(listLessons('src/course/blank'), number)!;

async function trouble(number: string, text: string): Promise<string | undefined> {
  const bundled = await bundleExercise(lesson(number), text);
  return 'trouble' in bundled ? bundled.trouble : undefined;
}

describe('an exercise as one script', () => {
  it('has the solutions of earlier lessons in it, and asks for the rooms', async () => {
    const text =
      "import { gpu } from '#kit/gpu';\nimport { mean } from '../02-mean-centering/exercise';\nexport const here = [gpu, mean];";
    const bundled = await bundleExercise(lesson('03'), text);
    expect(bundled).toMatchObject({ file: 'lessons/03-std-scaling/exercise.ts', text });
    if ('trouble' in bundled) throw new Error(bundled.trouble);
    expect(bundled.code).toContain('require("#kit/gpu")');
    expect(bundled.code).toContain('function mean(');
    expect(bundled.code).not.toContain('standardDeviation');
  });

  it('knows the lines that were handed in', async () => {
    const bundled = await bundleExercise(
      lesson('02'),
      "// one\n// two\nexport function mean() {\n  throw new Error('four');\n}\n",
    );
    if ('trouble' in bundled) throw new Error(bundled.trouble);
    const line = bundled.code.split('\n').findIndex((each) => each.includes('four'));
    expect(bundled.lines[line]).toBe(4);
  });

  it.each([
    ["import 'node:fs';"],
    ["import '../03-std-scaling/exercise';"],
    ["import '../02-mean-centering/exercise';"],
    ["import '../../solutions/02-mean-centering/exercise';"],
    ["import '#solutions/02-mean-centering/exercise';"],
    ["import './helper';"],
    ["import 'fast-check';"],
    ["void import('node:fs');"],
    ["export { readFileSync } from 'fs';"],
  ])('is refused in a sentence: %s', async (text) => {
    expect(await trouble('02', text)).toMatch(
      /^lessons\/02-mean-centering\/exercise\.ts, line 1: it imports '/,
    );
  });

  it('may use fast-check where properties are written', async () => {
    expect(
      await trouble('05', "import fc from 'fast-check';\nexport const properties = () => fc;"),
    ).toBeUndefined();
  });

  it('that is no TypeScript is refused with its line', async () => {
    expect(await trouble('02', 'export function mean( {')).toMatch(
      /line 1: this file cannot be read as TypeScript/,
    );
  });
});
