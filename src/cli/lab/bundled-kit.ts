import { join } from 'node:path';
import { build, type OutputFile } from 'esbuild';
import { root } from '#kit/course';
import { normalizePath, type Plugin } from 'vite';

/**
 * The page, its worker and the rooms that exercises import, as a few files: one by one they would be 230, which
 * a browser asks for at every visit. They keep their addresses, and are bundled when the server starts.
 */
export async function bundledKit(packages: Readonly<Record<string, string>>): Promise<Plugin> {
  const files = new Map((await bundled(packages)).map(({ path, text }) => [normalizePath(path), text]));
  return {
    name: 'bundled kit',
    enforce: 'pre',
    // What the files share has no file of its own.
    resolveId(source, importer) {
      if (importer === undefined || !source.startsWith('.')) return undefined;
      const id = normalizePath(join(importer, '..', source));
      return files.has(id) ? id : undefined;
    },
    load(id) {
      const code = files.get(id.replace(/\.ts(\?.*)?$/, '.js'));
      // Without a map of its own Vite would make one, five times as long as the file.
      return code === undefined ? undefined : { code, map: { mappings: '' } };
    },
  };
}

async function bundled(alias: Readonly<Record<string, string>>): Promise<OutputFile[]> {
  const rooms = ['gpu', 'data', 'todo'].map((room) => `src/${room}/index.ts`);
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/lab/page/main.ts', 'src/lab/worker/worker.ts', ...rooms],
    outbase: 'src',
    outdir: 'src',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    alias: { ...alias },
    // Vite's part.
    external: ['virtual:course', '*?url'],
  });
  return outputFiles;
}
