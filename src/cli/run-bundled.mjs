// Commands, and the rooms that lessons import, are TypeScript in many small files. Bundled first they load in
// a fraction of the time that one file after the other takes, and `npm test` is run after every change.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isBundleKept } from './bundle/kept-bundle.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [command = ''] = process.argv.splice(2, 1);
// Two folders below the course, as src/cli is: what a file finds relative to itself stays where it was.
const folder = join(root, '.common-scale', command);

if (isBundleKept(root, folder) || (await isBundled())) {
  await import(pathToFileURL(join(folder, 'command.js')).href);
}

/** @returns false, after a word about it, where there can be no bundle on this machine, or in this folder. */
async function isBundled() {
  try {
    const { bundleCommand } = await import('./bundle/bundle-command.mjs');
    bundleCommand(root, command, folder);
    return true;
  } catch (error) {
    // A file that cannot be built is told of with its place.
    if (Array.isArray(error.errors)) throw error;
    process.stderr.write(`${isOfFolder(error) ? noFolder(error) : noProgram(error)}\n`);
    process.exitCode = 1;
    return false;
  }
}

function isOfFolder({ path }) {
  return typeof path === 'string' && path.startsWith(join(root, '.common-scale'));
}

function noFolder({ code }) {
  return (
    `The course cannot write into its folder .common-scale (${code}). ` +
    'Move the course to a folder that is yours, or let yourself write into this one.'
  );
}

function noProgram({ message }) {
  return (
    `esbuild, which bundles the course's commands, does not run on this machine: ${message.trim().split('\n')[0]} ` +
    "Packages from another machine do not fit this one. Run this in the course's folder: npm ci"
  );
}
