import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a bundle was made of, what it consists of, and a key that tells whether either has changed since. */
const STAMP = 'bundle.json';

/** What decides how a bundle is made, beside the files that are in it. */
const MADE_WITH = [
  'package.json',
  'tsconfig.json',
  'src/cli/bundle/bundle-command.mjs',
  'src/cli/bundle/kept-bundle.mjs',
];

/**
 * Whether an earlier start has left the bundle that one would make now.
 * @param {string} root the course's folder
 * @param {string} folder the bundle's
 */
export function isBundleKept(root, folder) {
  try {
    const { key, ...files } = JSON.parse(readFileSync(join(folder, STAMP), 'utf8'));
    return key === keyOf(root, folder, files);
  } catch {
    return false;
  }
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {{ inputs: readonly string[], outputs: readonly string[] }} files relative to each
 */
export function keepBundle(root, folder, files) {
  const growing = join(folder, `${STAMP}.${process.pid}`);
  writeFileSync(growing, JSON.stringify({ ...files, key: keyOf(root, folder, files) }));
  renameSync(growing, join(folder, STAMP));
}

/** Of the contents, since times say little of files that were copied or checked out. */
function keyOf(root, folder, { inputs, outputs }) {
  // Another machine has a program of its own to bundle with, and is to say so where that is missing.
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  const paths = [
    ...[...MADE_WITH, ...inputs].map((file) => join(root, file)),
    ...outputs.map((file) => join(folder, file)),
  ];
  for (const path of paths) {
    // Not every copy of the course has all of them.
    const content = existsSync(path) ? readFileSync(path) : undefined;
    hash.update(`${content?.length}\n`).update(content ?? '');
  }
  return hash.digest('hex');
}
