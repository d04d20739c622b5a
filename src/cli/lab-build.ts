import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, minify, type InlineConfig, type Plugin } from 'vite';
import { runCommand, UsageError } from './arguments';
import { built } from './lab/vite-options';

const usage = `npm run lab:build            the lab with the solutions, as a folder lab for any web server
npm run lab:build -- DIR     in another folder`;

/** Lies in a folder that was built, so that the next one may take its place. */
const MARK = '.common-scale-lab';
const MARK_WORDS = 'Built by npm run lab:build, which may put another lab in its place.\n';

// How long which plugin took is nothing to whoever builds a lab.
const checks = { pluginTimings: false };

await runCommand(usage, {}, async ({ positionals }) => {
  const [directory = 'lab', ...more] = positionals;
  if (more.length > 0) throw new UsageError(`One folder is enough.\n\n${usage}`);
  const folder = resolve(directory);
  refuseOthers(folder, directory);
  try {
    await build(buildOptions(folder));
  } finally {
    // Also what is left of one that failed may be replaced.
    if (existsSync(folder)) writeFileSync(join(folder, MARK), MARK_WORDS);
  }
  process.stdout.write(`${sizesIn(folder)}\nThe lab is in ${directory}, for any web server.\n`);
  return 0;
});

function buildOptions(outDir: string): InlineConfig {
  const { worker, ...options } = built();
  return {
    ...options,
    worker: {
      ...worker,
      plugins: () => [...(worker?.plugins?.() ?? []), withoutSpace()],
      rolldownOptions: { output: { minify: false }, checks },
    },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      cssMinify: true,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        output: { minify: true },
        checks,
      },
    },
  };
}

/**
 * Makes the worker smaller. Kernels run there, and are read from their source, where a name that stands for two
 * things gives wrong numbers without a word: so names stay as they are, and nothing goes but the space between.
 */
function withoutSpace(): Plugin {
  return {
    name: 'without space',
    renderChunk: async (code, { fileName }) => {
      const smaller = await minify(fileName, code, { mangle: false, compress: false });
      return { code: smaller.code, map: null };
    },
  };
}

/** @throws UsageError for a folder that holds anything but a lab */
function refuseOthers(folder: string, name: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory())
    throw new UsageError(`${name} is a file. Choose a folder for the lab.`);
  const files = readdirSync(folder);
  if (files.length === 0 || files.includes(MARK)) return;
  throw new UsageError(`${name} holds something else than a lab. Choose a new folder, or an empty one.`);
}

/** What a browser gets: the code, and data when it is chosen. */
function sizesIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(html|css|js|csv)$/.test(file))
    .toSorted()
    .map((file) => ({ file, bytes: gzipSync(readFileSync(join(folder, file))).length }));
  const lines = files.map(({ file, bytes }) => `${inKilobytes(bytes).padStart(9)}  ${file}`);
  const code = files.filter(({ file }) => !file.endsWith('.csv')).reduce((sum, { bytes }) => sum + bytes, 0);
  return `${lines.join('\n')}\n${inKilobytes(code).padStart(9)}  of code in all, compressed; data comes when it is chosen\n`;
}

function inKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
