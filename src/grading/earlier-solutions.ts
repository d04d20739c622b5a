import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listLessons, root, type Lesson } from '#kit/course';

/** For each earlier lesson that code builds on, directly or not, the solution as a script, by the lesson's name. */
export async function earlierSolutions(
  lesson: Lesson,
  code: string,
): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  const earlier = listLessons('src/course/blank').filter(({ name }) => name < lesson.name);
  // From the last to the first: those that one builds on come after it.
  for (const each of earlier.toReversed()) {
    if ([code, ...Object.values(found)].some((text) => text.includes(`../${each.name}/exercise`))) {
      found[each.name] = await scriptOf(each);
    }
  }
  return found;
}

/**
 * Reads the solutions of these lessons, and of all before them, before esbuild has read anything that a stranger wrote.
 */
export async function readSolutions(lessons: readonly Lesson[]): Promise<void> {
  const last = lessons.at(-1)?.name ?? '';
  for (const lesson of listLessons('src/course/blank')) if (lesson.name < last) await scriptOf(lesson);
}

const scripts = new Map<string, string>();

async function scriptOf({ name, solution }: Lesson): Promise<string> {
  const script = scripts.get(name) ?? (await compiled(join(root, solution)));
  scripts.set(name, script);
  return script;
}

async function compiled(file: string): Promise<string> {
  const { transform } = await import('esbuild');
  const { code } = await transform(readFileSync(file, 'utf8'), {
    loader: 'ts',
    format: 'cjs',
    platform: 'neutral',
    target: 'node20',
    tsconfigRaw: {},
  });
  return code;
}
