import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findLesson, listLessons } from '#kit/course';
import { serveFile } from '#kit/gpu';
import { compileExercise } from '../../src/grading/compile-exercise';
import { endTransforming, limitedEsbuild, transformed } from '../../src/grading/limited-esbuild';
import { MachineTrouble } from '../../src/grading/machine-trouble';
import { ImportRefused, requirer, runScript } from '../../src/grading/isolation/requirer';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'compile-exercise-'));
  // Nothing has imported esbuild yet.
  Object.assign(process.env, limitedEsbuild(folder));
});
afterAll(async () => {
  await endTransforming();
  rmSync(folder, { recursive: true, force: true });
});

const lesson = (number: string) => findLesson(listLessons('src/course/blank'), number)!;

async function compiled(number: string, text: string) {
  const code = await compileExercise(lesson(number), text);
  if ('trouble' in code) throw new Error(code.trouble);
  return code;
}

async function trouble(number: string, text: string): Promise<string | undefined> {
  const code = await compileExercise(lesson(number), text);
  return 'trouble' in code ? code.trouble : undefined;
}

/** Rooms that have nothing in them but their names. */
const rooms = Object.fromEntries(
  ['#kit/gpu', '#kit/data', '#kit/todo', 'fast-check'].map((name) => [name, { name }]),
);

/** Runs an exercise in this process, as a cell does in its own. @returns what it exports */
async function run(number: string, text: string): Promise<Record<string, unknown>> {
  const { code, file, lines, ...imports } = await compiled(number, text);
  const url = `http://submission/${file}`;
  serveFile({ url, file, text, lines });
  return { ...runScript(code, url, requirer(imports, rooms)) };
}

describe('an exercise as one script', () => {
  it('has the solutions of earlier lessons with it, and asks for the rooms', async () => {
    const text =
      "import { name } from '#kit/gpu';\nimport { mean } from '../02-mean-centering/exercise';\nexport const here = [name, mean];";
    const script = await compiled('03', text);
    expect(script).toMatchObject({ file: 'lessons/03-std-scaling/exercise.ts', text });
    expect(Object.keys(script.earlier)).toEqual(['02-mean-centering']);
    const [room, mean] = (await run('03', text))['here'] as [string, (values: Float32Array) => number];
    expect(room).toBe('#kit/gpu');
    expect(mean(Float32Array.of(1, 3))).toBe(2);
  });

  it('has what earlier lessons build on, each of them once', async () => {
    const text =
      "export { standardize } from '../03-std-scaling/exercise';\nexport * as one from '../02-mean-centering/exercise';\nexport * as other from '../02-mean-centering/exercise.js';";
    expect(Object.keys((await compiled('04', text)).earlier).toSorted()).toEqual([
      '02-mean-centering',
      '03-std-scaling',
    ]);
    const { one, other } = (await run('04', text)) as Record<string, { mean: unknown }>;
    expect(one!.mean).toBe(other!.mean);
  });

  it('knows the lines that were handed in', async () => {
    const { code, lines } = await compiled(
      '02',
      "// one\n// two\nexport function mean() {\n  throw new Error('four');\n}\n",
    );
    const line = code.split('\n').findIndex((each) => each.includes('four'));
    expect(lines[line]).toBe(4);
  });

  it.each([
    ["export * from 'node:fs';"],
    ["import '../03-std-scaling/exercise';"],
    ["import '../02-mean-centering/exercise';"],
    ["import '../../solutions/02-mean-centering/exercise';"],
    ["import '#solutions/02-mean-centering/exercise';"],
    ["import './helper';"],
    ["import 'fast-check';"],
    ["import 'constructor';"],
    ["export { readFileSync } from 'fs';"],
  ])('is refused in a sentence that names its line: %s', async (text) => {
    const refused = await run('02', `// one\n${text}`).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ImportRefused);
    expect((refused as ImportRefused).message).toMatch(/^it imports '/);
    expect((refused as ImportRefused).line).toBe(2);
  });

  it('imports nothing later that it may not import at once', async () => {
    const text =
      "const part = 'exercise';\nexport const later = () => import(`../../solutions/02-mean-centering/${part}.ts`);";
    const { code } = await compiled('02', text);
    expect(code).not.toContain('function mean');
    const { later } = (await run('02', text)) as { later: () => Promise<unknown> };
    await expect(later()).rejects.toThrow("it imports '../../solutions/02-mean-centering/exercise.ts'");
  });

  it('may use fast-check where properties are written', async () => {
    const text = "import * as fc from 'fast-check';\nexport const properties = () => fc.name;";
    const { properties } = (await run('05', text)) as { properties: () => string };
    expect(properties()).toBe('fast-check');
  });

  it('that is no TypeScript is refused with its line', async () => {
    expect(await trouble('02', '\nexport function mean( {')).toMatch(
      /line 2: this file cannot be read as TypeScript: Expected identifier but found end of file\.$/,
    );
  });

  it.each([
    ['is nested too deep', `export const mean = () => ${'!'.repeat(200_000)}0;`],
    [
      'grows without end',
      `enum Text { a = 'a terabyte', ${doublings(40)} }\nexport const mean = () => Text.b39;`,
    ],
  ])('that %s is refused, and the next one is read', async (_, text) => {
    expect(await trouble('02', text)).toMatch(/^lessons\/02-mean-centering\/exercise\.ts: this file cannot/);
    expect(await trouble('02', 'export const mean = () => 0;')).toBeUndefined();
  });

  it('that keeps esbuild too long is the machine’s trouble, and the next one is read', async () => {
    await expect(transformed('export {};', 0)).rejects.toThrow(MachineTrouble);
    expect(await trouble('02', 'export const mean = () => 0;')).toBeUndefined();
  });

  it('may be empty', async () => {
    for (const text of ['', '// Nothing yet.\n']) expect(await run('02', text)).toEqual({});
  });

  it('has no source map of its own choice', async () => {
    const text = 'export const mean = () => 0;\n//# sourceMappingURL=/dev/zero\n';
    const { code, lines } = await compiled('02', text);
    expect(lines[code.split('\n').findIndex((line) => line.includes('=> 0'))]).toBe(1);
  });
});

function doublings(count: number): string {
  const names = Array.from({ length: count }, (_, index) => (index === 0 ? 'a' : `b${index}`));
  return names
    .slice(1)
    .map((name, index) => `${name} = ${names[index]} + ${names[index]}`)
    .join(', ');
}
