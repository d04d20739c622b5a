import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Lesson } from './lessons';
import { root } from './root';
import { writeWhole } from './write-whole';

/**
 * Bundles the tests of a lesson as a module whose default export is its suite, for whoever runs it on an
 * implementation of its own.
 *
 * @param rooms the folder with the bundled rooms, `testing.js` among them
 * @returns the address of the module
 */
export async function bundledSuite(lesson: Lesson, rooms: string): Promise<string> {
  const { build } = await import('esbuild');
  // A suite is named after the folder that it lies in. It belongs to these rooms: another command has its own.
  const path = join(rooms, 'suites', lesson.name, 'suite.js');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [lesson.test],
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
    plugins: [
      {
        name: 'rooms, and no exercise',
        setup({ onResolve }) {
          onResolve({ filter: /^#kit\/(testing|gpu|data|todo)$/ }, ({ path: room }) => ({
            path: pathToFileURL(join(rooms, `${room.slice('#kit/'.length)}.js`)).href,
            external: true,
          }));
          onResolve({ filter: /^\.\/exercise$/ }, ({ path: exercise }) => ({
            path: exercise,
            external: true,
          }));
        },
      },
    ],
  });
  writeWhole(path, outputFiles[0]?.text ?? '');
  return pathToFileURL(path).href;
}
