import { watch } from 'chokidar';
import { root } from '#kit/course';

/** Editors write a file in several steps: this long, in milliseconds, nothing more may follow. */
const QUIET = 15;

/** Changes that follow one another closely are not all reported: so long after one, it is looked again. */
const UNREPORTED = 200;

/** Hears which of the lessons' files somebody has saved, made or removed, by path within the course. */
export interface SaveListener {
  saved(files: readonly string[]): void;
  /** They may have changed once more since. */
  perhapsSaved(files: readonly string[]): void;
  /** Saves cannot be noticed. */
  failed(error: unknown): void;
}

/** Looks after the lessons' files of code. @returns ends it */
export function watchSaves(listener: SaveListener): () => Promise<void> {
  const watcher = watch('lessons', {
    cwd: root,
    ignoreInitial: true,
    depth: 2,
    ignored: (path, stats) => stats?.isFile() === true && !/\.(?:[cm]?[jt]s|json)$/.test(path),
  });
  watcher.on('error', (error) => listener.failed(error));
  let timers: NodeJS.Timeout[] = [];
  const files = new Set<string>();
  watcher.on('all', (event, path) => {
    if (event === 'addDir' || event === 'unlinkDir') return;
    files.add(path.replaceAll('\\', '/'));
    for (const timer of timers) clearTimeout(timer);
    timers = [
      setTimeout(() => listener.saved([...files]), QUIET),
      setTimeout(() => {
        const some = [...files];
        files.clear();
        listener.perhapsSaved(some);
      }, UNREPORTED),
    ];
  });
  return async () => {
    for (const timer of timers) clearTimeout(timer);
    await watcher.close();
  };
}
