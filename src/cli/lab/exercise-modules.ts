import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { transform } from 'esbuild';
import { linesOf, root, unreadable } from '#kit/course';
import { missingFile } from '#kit/words';
import { normalizePath, type Plugin } from 'vite';

/** Files of the learner's, and of the solutions: exercises, and whatever stands beside them. */
export const exerciseFiles = /\/(?:lessons|solutions)\/\d\d-[a-z0-9-]+\/(?!.*\.test\.)[^?]*\.ts$/;

/**
 * Exercises as the page gets them: compiled as for the terminal, so that a file which cannot be read is told of
 * in the same words; and with a table of their lines, since a stack in a browser knows only those of the
 * compiled text. When one is saved the page hears of it, and takes it anew.
 */
export function exerciseModules(): Plugin {
  return {
    name: 'exercises',
    enforce: 'pre',
    configureServer({ watcher }) {
      watcher.add(['lessons', 'solutions'].map((shelf) => join(root, shelf)));
    },
    // Also where there is no such file: then the module says so.
    resolveId(source, importer) {
      if (source.startsWith('/@fs/') && exerciseFiles.test(source)) return fileOf(source);
      const isOther = /^\.\.\/\d\d-[a-z0-9-]+\/exercise$/.test(source);
      if (!isOther || importer === undefined || !exerciseFiles.test(importer)) return undefined;
      return `${normalizePath(join(dirname(importer), source))}.ts`;
    },
    async load(id) {
      return exerciseFiles.test(id) ? { code: await compiled(id), map: null } : undefined;
    },
    hotUpdate({ file, server }) {
      if (this.environment.name !== 'client' || !exerciseFiles.test(file)) return undefined;
      server.ws.send({ type: 'custom', event: 'course:saved', data: { file: shown(file) } });
      // Nothing of the page itself has changed.
      return [];
    },
  };
}

/** `/@fs/home/…` and `/@fs/C:/…` */
function fileOf(address: string): string {
  const path = decodeURIComponent(address.slice('/@fs'.length));
  return /^\/[A-Za-z]:\//.test(path) ? path.slice(1) : path;
}

async function compiled(path: string): Promise<string> {
  const file = shown(path);
  if (!existsSync(path)) {
    const [shelf = '', lesson = ''] = file.split('/');
    return throwing(missingFile(shelf, lesson));
  }
  const text = readFileSync(path, 'utf8');
  try {
    const { code, map } = await transform(text, {
      loader: 'ts',
      format: 'esm',
      target: 'es2022',
      sourcemap: 'external',
      sourcefile: file,
    });
    const table = `{ url: import.meta.url, ${JSON.stringify({ file, text, lines: linesOf(code, map) }).slice(1)}`;
    // In front, on the first line, so that the others stay where the table says.
    return `import { serveFile as __serveFile } from '#kit/gpu'; __serveFile(${table}); ${code}`;
  } catch (error) {
    return throwing(unreadable(file, error));
  }
}

/** A module that says why it is none. */
function throwing(words: string): string {
  return `throw Object.assign(new Error(${JSON.stringify(words)}), { name: 'ShelfError' });`;
}

function shown(path: string): string {
  return normalizePath(relative(root, path));
}
