import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#kit/course';
import { heapFlags } from './walls';

/** Where a process that runs a submission begins, and where it stands. */
export interface InsideFiles {
  /** A script that starts the bundled inside.ts. */
  readonly inside: string;
  /** Everything that the process may read. */
  readonly readable: readonly string[];
  /** Empty, and nobody may write into it. */
  readonly folder: string;
}

/** @param into a folder that anybody may read: the process may run as a user who owns nothing */
export async function buildInside(into: string): Promise<InsideFiles> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/grading/isolation/inside.ts'],
    write: false,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // Each start reads it.
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'silent',
    // What reads files of packages cannot do so here.
    define: { 'import.meta.url': 'undefined' },
  });
  const [bundle, cache, inside, folder] = ['inside.js', 'inside.cache', 'inside.cjs', 'empty'].map((name) =>
    join(into, name),
  ) as [string, string, string, string];
  // Code that is not strict lends its caller to whoever asks for it.
  writeFileSync(bundle, `(function (require) { 'use strict'; ${outputFiles[0]?.text ?? ''}\n})`);
  writeFileSync(inside, starter(bundle, cache));
  // The first start leaves the compiled code behind, for all others.
  const first = spawnSync(process.execPath, [...heapFlags, inside, 'compile'], {
    encoding: 'utf8',
    cwd: into,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    timeout: 60_000,
  });
  if (first.status !== 0) throw new Error(`What runs submissions cannot be compiled: ${first.stderr}`);
  mkdirSync(folder);
  for (const file of [bundle, cache, inside]) chmodSync(file, 0o444);
  chmodSync(folder, 0o555);
  chmodSync(into, 0o755);
  return { inside, readable: [bundle, cache, inside], folder };
}

/**
 * Compiling takes longer than all else at a start, and so its result is kept beside the code. esbuild writes nothing
 * but ASCII, which is read fastest as what it is.
 */
function starter(bundle: string, cache: string): string {
  return [
    "'use strict';",
    "const { readFileSync, writeFileSync } = require('node:fs');",
    "const { Script } = require('node:vm');",
    `const [bundle, cache] = [${JSON.stringify(bundle)}, ${JSON.stringify(cache)}];`,
    "const isFirst = process.argv[2] === 'compile';",
    'const exit = process.exit.bind(process);',
    'const script = new Script(readFileSync(bundle, "latin1"), {',
    '  filename: bundle,',
    '  cachedData: isFirst ? undefined : readFileSync(cache),',
    '});',
    'const run = script.runInThisContext();',
    // What has run once is compiled.
    'run(require);',
    'if (isFirst) {',
    '  writeFileSync(cache, script.createCachedData());',
    '  exit();',
    '}',
  ].join('\n');
}
