import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AnswerKey } from '#kit/testing';
import { answerKeyModule } from './answer-key-module';
import { builtAnswerKey, hasBuiltAnswerKey } from './built-answer-key';
import { findLesson, listLessons } from './lessons';
import { root } from './root';

/** The folder of the command that runs: run.mjs has put this file there, and the rooms beside it. */
const rooms = fileURLToPath(new URL('.', import.meta.url));

const known = new Map<string, Promise<AnswerKey>>();

/**
 * The solution and the misconceptions of a lesson, bundled when they are first asked for: a failing test
 * should not wait for thirty files.
 *
 * @param name the lesson's folder
 */
export function loadAnswerKey(name: string): Promise<AnswerKey> {
  const loading = known.get(name) ?? bundled(name);
  known.set(name, loading);
  return loading;
}

async function bundled(name: string): Promise<AnswerKey> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: entry(name), resolveDir: root, loader: 'ts' },
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
    plugins: [
      {
        name: 'one instance of each room',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^#kit\/(gpu|data|todo)$/ }, ({ path }) => ({
            path: pathToFileURL(join(rooms, `${path.slice('#kit/'.length)}.js`)).href,
            external: true,
          })),
      },
    ],
  });
  return imported(outputFiles[0]?.text ?? '');
}

async function imported(text: string): Promise<AnswerKey> {
  const folder = join(dirname(rooms.replace(/[\\/]$/, '')), 'answer-keys');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${process.pid}-${performance.now()}.mjs`);
  writeFileSync(file, text);
  try {
    const key = (await import(pathToFileURL(file).href)) as Omit<AnswerKey, 'again'>;
    return { ...key, again: () => imported(text) };
  } finally {
    rmSync(file);
  }
}

function entry(name: string): string {
  if (hasBuiltAnswerKey(name)) return `export * from './${builtAnswerKey(name)}';`;
  const lesson = findLesson(listLessons(), name);
  if (lesson === undefined) throw new RangeError(`There is no lesson ${name}.`);
  return answerKeyModule(lesson);
}
