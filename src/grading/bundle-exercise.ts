import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Message, Plugin } from 'esbuild';
import { exercisesOf, linesOf, root, type Lesson } from '#kit/course';
import type { LoadableCode } from './isolation/messages';

/** A submission's exercise as one script, with the solutions of the earlier lessons that it builds on. */
export type Bundled = LoadableCode | { readonly trouble: string };

/**
 * Bundles an exercise so that nothing of it is looked for on a disk later. What it may import are the rooms, which
 * the script asks for by `require`, and earlier lessons: of these it gets the solutions, so that one mistake costs
 * once.
 *
 * @param text the exercise as it was handed in
 */
export async function bundleExercise(lesson: Lesson, text: string): Promise<Bundled> {
  const { build } = await import('esbuild');
  try {
    const { outputFiles } = await build({
      absWorkingDir: root,
      stdin: {
        contents: text,
        sourcefile: 'exercise.ts',
        resolveDir: join(root, lesson.folder),
        loader: 'ts',
      },
      write: false,
      bundle: true,
      format: 'cjs',
      platform: 'neutral',
      target: 'node20',
      sourcemap: 'external',
      outfile: 'exercise.js',
      logLevel: 'silent',
      // Whatever settings lie around it, an exercise is judged by the course's own.
      tsconfigRaw: {},
      plugins: [onlyWhatLessonsMayUse(lesson)],
    });
    const [map, code] = ['.map', '.js'].map(
      (end) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '',
    );
    if (map === undefined || code === undefined) throw new Error('esbuild has written nothing.');
    return { code, file: lesson.exercise, text, lines: linesOf(code, map, lesson.exercise) };
  } catch (error) {
    return { trouble: sentenceOf(lesson, error) };
  }
}

const ROOMS = new Set(['#kit/gpu', '#kit/data', '#kit/todo']);

function onlyWhatLessonsMayUse(lesson: Lesson): Plugin {
  return {
    name: 'only what lessons may use',
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
        if (kind === 'entry-point') return undefined;
        if (ROOMS.has(path) || (path === 'fast-check' && usesFastCheck(lesson)))
          return { path, external: true };
        // What a solution imports, is right.
        const [, earlier = ''] = /^\.\.\/(\d\d-[a-z0-9-]+)\/exercise(?:\.[jt]s)?$/.exec(path) ?? [];
        const file = join(root, 'solutions', earlier, 'exercise.ts');
        const from = importer.startsWith(join(root, 'solutions')) ? '99' : lesson.name;
        if (earlier !== '' && earlier < from && existsSync(file)) return { path: file };
        return { errors: [{ text: refusal(path) }] };
      });
    },
  };
}

/** Lesson 05 alone writes properties. */
function usesFastCheck(lesson: Lesson): boolean {
  return exercisesOf(lesson).includes('properties');
}

function refusal(path: string): string {
  return path.startsWith('./')
    ? `it imports '${path}', and of a lesson only exercise.ts is handed in`
    : `it imports '${path}', and an exercise may import the course's rooms and earlier lessons only`;
}

function sentenceOf(lesson: Lesson, error: unknown): string {
  const [first] = (error as { errors?: readonly Message[] }).errors ?? [];
  if (first === undefined) return `${lesson.exercise} cannot be read: ${String(error)}`;
  const { location, text } = first;
  const place = location === null ? lesson.exercise : `${lesson.exercise}, line ${location.line}`;
  return text.startsWith('it imports')
    ? `${place}: ${text}.`
    : `${place}: this file cannot be read as TypeScript: ${text}.`;
}
