import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#kit/course';

/** Where a process that runs a submission begins, and where it stands. */
export interface InsideFiles {
  /** The bundled inside.ts: one file, which needs no other. */
  readonly inside: string;
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
    logLevel: 'silent',
    // Code that is not strict lends its caller to whoever asks for it.
    banner: { js: "'use strict';" },
    // The tests' own tools come along by name only; what reads files of packages cannot do so here.
    define: { 'import.meta.url': 'undefined' },
  });
  const inside = join(into, 'inside.cjs');
  const folder = join(into, 'empty');
  writeFileSync(inside, outputFiles[0]?.text ?? '');
  mkdirSync(folder);
  chmodSync(inside, 0o444);
  chmodSync(folder, 0o555);
  chmodSync(into, 0o755);
  return { inside, folder };
}
