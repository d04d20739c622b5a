import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { root } from '#kit/course';

/** Where files of a copy come from, beside those in the course's folder itself. */
const FOLDERS = ['.vscode', 'lessons', 'solutions', 'src', 'templates', 'test/misconceptions'];

const MOST_BYTES = 2 ** 26;

/**
 * The course's own files: those that git tracks, or, where the course is no git repository, those that are
 * there. So nothing comes along that somebody has put beside them for a moment.
 * @returns paths within the course, sorted
 */
export function courseFiles(at = root): string[] {
  return (trackedFiles(at) ?? filesIn(at)).toSorted();
}

/** Undefined without git, and where the course only lies in a repository that knows nothing of it. */
function trackedFiles(at: string): string[] | undefined {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], {
    cwd: at,
    encoding: 'utf8',
    maxBuffer: MOST_BYTES,
  });
  const files = status === 0 ? stdout.split('\0') : [];
  return files.includes('package.json') ? files.filter((file) => file !== '') : undefined;
}

/** @returns paths within the course */
export function filesIn(at = root): string[] {
  const inFolders = FOLDERS.flatMap((folder) =>
    isThere(join(at, folder))
      ? readdirSync(join(at, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file))
      : [],
  );
  return [...readdirSync(at), ...inFolders]
    .filter((file) => statSync(join(at, file), { throwIfNoEntry: false })?.isFile() === true)
    .map((file) => file.replaceAll(sep, '/'));
}

function isThere(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
}
