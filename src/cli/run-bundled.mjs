// Commands, and the rooms that lessons import, are TypeScript in many small files. Bundled first they load in
// a fraction of the time that one file after the other takes, and `npm test` is run after every change.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [command = ''] = process.argv.splice(2, 1);
// Two folders below the course, as src/cli is: what a file finds relative to itself stays where it was.
const folder = join(root, '.common-scale', command);

/** Processes of their own that one command alone starts: a copy of the course without that command lacks them. */
const grader = 'src/grading/grader.ts';
const alsoFor = { grade: { grader }, autograde: { grader } };

const files = await built();
if (files !== undefined && isWritten(files)) await import(pathToFileURL(join(folder, 'command.js')).href);

/** The files; undefined, after a word about it, where esbuild's program for this machine is not there. */
async function built() {
  try {
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: {
        command: `src/cli/${command}.ts`,
        'answer-keys': 'src/course/answer-keys.ts',
        watchdog: 'src/testing/watchdog/thread.ts',
        'side-by-side': 'src/testing/side-by-side/thread.ts',
        'type-check': 'src/cli/watch/type-check/thread.ts',
        ...alsoFor[command],
        ...Object.fromEntries(
          ['testing', 'gpu', 'data', 'todo'].map((room) => [room, `src/${room}/index.ts`]),
        ),
      },
      outdir: folder,
      write: false,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
    });
    return outputFiles;
  } catch (error) {
    // A file that cannot be built is told of with its place.
    if (Array.isArray(error.errors)) throw error;
    refuse(
      `esbuild, which bundles the course's commands, does not run on this machine: ${firstLine(error)} ` +
        "Packages from another machine do not fit this one. Run this in the course's folder: npm ci",
    );
    return undefined;
  }
}

/** @returns false, after a word about it, where the folder takes no files. */
function isWritten(files) {
  try {
    mkdirSync(folder, { recursive: true });
    if (files.filter(writeIfChanged).length > 0) removeAllBut(files.map(({ path }) => basename(path)));
    return true;
  } catch (error) {
    refuse(
      `The course cannot write into its folder .common-scale (${error.code}). ` +
        'Move the course to a folder that is yours, or let yourself write into this one.',
    );
    return false;
  }
}

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

function firstLine({ message }) {
  return message.trim().split('\n')[0];
}

/** Whole or not at all: the same command may be running elsewhere. */
function writeIfChanged({ path, text }) {
  if (textOf(path) === text) return false;
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
  return true;
}

function removeAllBut(names) {
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
