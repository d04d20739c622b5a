import { join } from 'node:path';
import type { build as esbuild, Plugin } from 'esbuild';
import { root, type Lesson } from '#kit/course';

/**
 * A misconception as somebody would hand it in: one exercise.ts with the mistake and the rest of the solution, which
 * imports the course's rooms and earlier lessons and nothing else.
 */
export async function asExercise(build: typeof esbuild, lesson: Lesson, name: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`${lesson.misconceptions}/${name}.ts`],
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'node20',
    logLevel: 'silent',
    plugins: [asStudentsImport(lesson)],
  });
  return outputFiles[0]?.text ?? '';
}

function asStudentsImport(lesson: Lesson): Plugin {
  return {
    name: 'as students import',
    setup({ onResolve }) {
      onResolve({ filter: /^#kit\/|^fast-check$/ }, ({ path }) => ({ path, external: true }));
      onResolve({ filter: /(?:^#solutions|\.\.)\/\d\d-[a-z0-9-]+\/exercise$/ }, ({ path }) => {
        const other = path.split('/').at(-2) ?? '';
        return other === lesson.name
          ? { path: join(root, lesson.solution) }
          : { path: `../${other}/exercise`, external: true };
      });
    },
  };
}
