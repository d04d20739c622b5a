import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '#kit/course';
import { MachineTrouble } from './machine-trouble';

/** What came of a text: a script with its source map at the end, what is no TypeScript in it, or nothing at all. */
export type Transformed =
  | { readonly script: string }
  | { readonly mistake: string; readonly line: number }
  | { readonly ended: true };

/** More than 256 kB of any sensible text need. */
const MOST_KILOBYTES = 150_000;
const MOST_PROCESSOR_SECONDS = 10;
const MOST_OUTPUT = 4 * 2 ** 20;

/** Of the clock. Whatever has not come to an end by then was kept from it by others. */
const MOST_SECONDS = 120;

/** Windows has no such limits. */
const HAS_LIMITS = process.platform !== 'win32';

/**
 * Has esbuild run under limits of the system, where there are such, in a process with this environment.
 * @param into a folder for the program that sets them
 * @throws Error where that program cannot run
 */
export function limitedEsbuild(into: string): Readonly<Record<string, string>> {
  if (!HAS_LIMITS) return {};
  const program = join(into, 'esbuild');
  const limits =
    `ulimit -c 0 && ulimit -t ${MOST_PROCESSOR_SECONDS} && ` +
    // macOS cannot limit memory.
    `{ ulimit -d ${MOST_KILOBYTES} || true; } 2> /dev/null`;
  // What it has to say where it breaks down is of no use to anybody.
  writeFileSync(program, `#!/bin/sh\n${limits} && exec "$ESBUILD_PROGRAM" "$@" 2> /dev/null\n`);
  chmodSync(program, 0o755);
  const environment = { ESBUILD_BINARY_PATH: program, ESBUILD_PROGRAM: esbuildProgram() };
  const { status } = spawnSync(program, ['--version'], { env: { ...process.env, ...environment } });
  if (status !== 0) {
    throw new Error(
      `esbuild does not run under limits here. If no program may be started in ${into}, set TMPDIR to a folder where one may.`,
    );
  }
  return environment;
}

/** esbuild's program for this machine. */
function esbuildProgram(): string {
  const own = createRequire(createRequire(join(root, 'package.json')).resolve('esbuild'));
  return own.resolve(`@esbuild/${process.platform}-${process.arch}/bin/esbuild`);
}

/**
 * TypeScript that a stranger wrote as a script. esbuild is handed the text and nothing else: where it is not told to
 * bundle, it reads no files. Its process serves until `endTransforming`, or until a text that it does not survive.
 *
 * @throws MachineTrouble
 */
export async function transformed(text: string, mostSeconds = MOST_SECONDS): Promise<Transformed> {
  if (HAS_LIMITS && process.env['ESBUILD_BINARY_PATH'] === undefined)
    throw new Error('esbuild has no limits here.');
  const { transform } = await import('esbuild');
  const late = new MachineTrouble(`Reading a file took longer than ${mostSeconds} seconds on this machine.`);
  let timer: NodeJS.Timeout | undefined;
  // Who waits for esbuild when it is stopped waits for ever.
  const lateness = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late), mostSeconds * 1000);
  });
  try {
    const transforming = transform(text, {
      loader: 'ts',
      format: 'cjs',
      platform: 'neutral',
      target: 'node20',
      // An import that is decided while the code runs is refused by the same `require` as every other one.
      supported: { 'dynamic-import': false },
      // Whatever settings lie around it, an exercise is judged by the course's own.
      tsconfigRaw: '{}',
      sourcefile: 'exercise.ts',
      sourcemap: 'inline',
      sourcesContent: false,
      legalComments: 'none',
      logLevel: 'silent',
      logLimit: 1,
    });
    const { code } = await Promise.race([transforming, lateness]);
    return code.length > MOST_OUTPUT ? { ended: true } : { script: code };
  } catch (error) {
    const mistake = mistakeIn(error);
    if (mistake !== undefined) return mistake;
    await endTransforming();
    if (error === late) throw late;
    return { ended: true };
  } finally {
    clearTimeout(timer);
  }
}

/** Whatever texts have left behind in esbuild's process ends here; the next text is read by a new one. */
export async function endTransforming(): Promise<void> {
  const { stop } = await import('esbuild');
  await stop();
}

/** What esbuild says of a text; undefined where it says nothing, because it is no more. */
function mistakeIn(error: unknown): Transformed | undefined {
  if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors)) return undefined;
  const [first] = error.errors as readonly import('esbuild').Message[];
  return first?.location ? { mistake: first.text, line: first.location.line } : undefined;
}
