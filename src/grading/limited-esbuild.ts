import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
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

const OPTIONS = [
  '--loader=ts',
  '--format=cjs',
  '--platform=neutral',
  '--target=node20',
  // An import that is decided while the code runs is refused by the same `require` as every other one.
  '--supported:dynamic-import=false',
  // Whatever settings lie around it, an exercise is judged by the course's own.
  '--tsconfig-raw={}',
  '--sourcefile=exercise.ts',
  '--sourcemap=inline',
  '--sources-content=false',
  '--legal-comments=none',
  '--log-level=error',
  '--log-limit=1',
  '--color=false',
];

/**
 * TypeScript that a stranger wrote as a script. esbuild is handed the text and nothing else: where it is not told to
 * bundle, it reads no files. Each text has a process of its own, so that one which no process survives costs no other.
 *
 * @throws MachineTrouble
 */
export function transformed(text: string): Promise<Transformed> {
  return new Promise((resolve, reject) => {
    const [file, ...args] = limited([program(), ...OPTIONS]);
    const child = spawn(file, args, { cwd: tmpdir(), env: { GOTRACEBACK: 'none' }, stdio: 'pipe' });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new MachineTrouble(`Reading a file took longer than ${MOST_SECONDS} seconds on this machine.`));
    }, MOST_SECONDS * 1000);
    const [output, complaint] = [child.stdout, child.stderr].map((stream) =>
      collected(stream, () => child.kill('SIGKILL')),
    ) as [() => string, () => string];
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new MachineTrouble(`esbuild does not start on this machine. ${error.message}`));
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) return resolve({ script: output() });
      resolve((code === 1 ? mistakeIn(complaint()) : undefined) ?? { ended: true });
    });
    // Who does not read to the end has said why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(text);
  });
}

/** esbuild's program for this machine: its package would keep one process for all texts. */
function program(): string {
  const own = createRequire(createRequire(join(root, 'package.json')).resolve('esbuild'));
  const name = process.platform === 'win32' ? 'esbuild.exe' : 'bin/esbuild';
  return own.resolve(`@esbuild/${process.platform}-${process.arch}/${name}`);
}

function limited(command: readonly string[]): [string, ...string[]] {
  const limits =
    `ulimit -c 0 && ulimit -t ${MOST_PROCESSOR_SECONDS} && ` +
    // macOS cannot limit memory.
    `{ ulimit -d ${MOST_KILOBYTES} || true; } 2> /dev/null && exec "$@"`;
  const walls = process.platform === 'win32' ? [] : ['sh', '-c', limits, 'sh'];
  return [...walls, ...command] as unknown as [string, ...string[]];
}

/** @param tooMuch called when there is more than anybody needs, of which the rest is thrown away */
function collected(stream: NodeJS.ReadableStream, tooMuch: () => void): () => string {
  const chunks: Buffer[] = [];
  let length = 0;
  stream.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > MOST_OUTPUT) tooMuch();
    else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

function mistakeIn(complaint: string): Transformed | undefined {
  const [, mistake, line] = /\[ERROR\] (.+)\n\s*exercise\.ts:(\d+):/.exec(complaint) ?? [];
  return mistake === undefined ? undefined : { mistake, line: Number(line) };
}
