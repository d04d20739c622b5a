// Runs a command of this folder: `node src/cli/run.mjs test 03` runs test.ts. Commands, and the rooms that
// lessons import, are TypeScript in many small files. Bundled first they load in a fraction of the time
// that one file after the other takes, and `npm test` is run after every change.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [command = ''] = process.argv.splice(2, 1);
// Two folders below the course, as src/cli is: what a file finds relative to itself stays where it was.
const folder = join(root, '.common-scale', command);

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: {
    command: `src/cli/${command}.ts`,
    'answer-keys': 'src/course/answer-keys.ts',
    watchdog: 'src/testing/watchdog/thread.ts',
    ...Object.fromEntries(['testing', 'gpu', 'data', 'todo'].map((room) => [room, `src/${room}/index.ts`])),
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
mkdirSync(folder, { recursive: true });
if (outputFiles.filter(writeIfChanged).length > 0)
  removeAllBut(outputFiles.map(({ path }) => basename(path)));
await import(pathToFileURL(join(folder, 'command.js')).href);

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
