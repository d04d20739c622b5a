import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';
import { keepBundle } from './kept-bundle.mjs';

/** Processes of their own that one command alone starts: a copy of the course without that command lacks them. */
const grader = 'src/grading/grader.ts';
const alsoFor = { grade: { grader }, autograde: { grader } };

/**
 * Bundles a command of the course, the threads that it starts and the rooms that lessons import.
 * @param {string} root the course's folder
 * @param {string} command
 * @param {string} folder where the bundle goes
 * @throws esbuild's error for a file that it cannot build; a system's error, with a code, where the folder takes no files
 */
export function bundleCommand(root, command, folder) {
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: {
      command: `src/cli/${command}.ts`,
      'answer-keys': 'src/course/answer-keys.ts',
      watchdog: 'src/testing/watchdog/thread.ts',
      'side-by-side': 'src/testing/side-by-side/thread.ts',
      'type-check': 'src/cli/watch/type-check/thread.ts',
      ...alsoFor[command],
      ...Object.fromEntries(['testing', 'gpu', 'data', 'todo'].map((room) => [room, `src/${room}/index.ts`])),
    },
    outdir: folder,
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
  });
  mkdirSync(folder, { recursive: true });
  const names = outputFiles.map(({ path }) => basename(path));
  if (outputFiles.filter(writeIfChanged).length > 0) removeAllBut(folder, names);
  keepBundle(root, folder, { inputs: Object.keys(metafile.inputs), outputs: names });
}

/** Whole or not at all: the same command may be running elsewhere. */
function writeIfChanged({ path, text }) {
  if (textOf(path) === text) return false;
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
  return true;
}

function removeAllBut(folder, names) {
  // Other endings belong to a process that is about to rename its file.
  const stale = readdirSync(folder).filter((file) => file.endsWith('.js') && !names.includes(file));
  for (const file of stale) rmSync(join(folder, file), { force: true });
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
