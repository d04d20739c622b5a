import { lstatSync, readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { inOneLine } from '../printable';
import { distinctNames, safeName } from './names';
import { kindOf } from './plain-file';
import { hasLessons, statsOf } from './read-folder';
import { NOT_FETCHED } from './read-note';
import { reasonOf } from './refusal';

/** A submission that has not been read yet. */
export interface Found {
  /** As in `Submission`. */
  readonly name: string;
  readonly handedInAs?: string;
  readonly path: string;
  readonly kind: Kind;
  /** Why there is nothing to read. */
  readonly trouble?: string;
}

type Kind = 'folder' | 'zip' | 'tar' | 'note';
type Unnamed = Omit<Found, 'name' | 'handedInAs'> & { readonly title: string };

/**
 * The submissions that paths mean: folders, archives, or folders of these. Nothing is read but folders.
 * @param remark hears what has been ignored, in a sentence
 * @returns in the order of the paths, and by name within a folder
 */
export function findSubmissions(paths: readonly string[], remark: (sentence: string) => void): Found[] {
  const unnamed = withoutTwins(paths.flatMap(meantBy));
  // By their paths, so that a name does not depend on the order that they are given in; what lies deeper, where
  // somebody may have put it who hands in, comes last.
  const byPath = unnamed.toSorted((left, right) => inOrder(resolve(left.path), resolve(right.path)));
  const names = distinctNames(byPath.map(({ title }) => safeName(title)));
  const nameOf = new Map(byPath.map((found, index) => [found, names[index]]));
  return unnamed.map((found) => {
    const { title, ...rest } = found;
    const name = nameOf.get(found) ?? title;
    return { name, ...(name !== title && { handedInAs: title }), ...rest };
  });

  function withoutTwins(all: readonly Unnamed[]): Unnamed[] {
    const seen = new Set<string>();
    return all.filter(({ path, trouble }) => {
      const place = trouble === undefined ? realpathSync(path) : resolve(path);
      const isFirst = !seen.has(place);
      seen.add(place);
      if (!isFirst) remark(`${inOneLine(path)} was given more than once, and is taken once.`);
      return isFirst;
    });
  }

  function meantBy(path: string): Unnamed[] {
    try {
      // A link that the teacher names is meant; those inside of a folder are not followed.
      const real = realpathSync(path);
      const stats = statSync(real);
      return stats.isDirectory() ? inFolder(path, basename(real)) : [single(path, basename(real), stats)];
    } catch (error) {
      return [{ title: basename(path), path, kind: 'folder', trouble: missing(error) ?? reasonOf(error) }];
    }
  }

  function inFolder(path: string, title: string): Unnamed[] {
    const entries = readdirSync(path).toSorted();
    const isIgnored = (name: string) =>
      name.startsWith('.') || (lstatSync(join(path, name)).isFile() && kindOfFile(name) === undefined);
    const submissions = entries.filter((name) => !isIgnored(name));
    if (submissions.length === 0 || hasOwnLessons(path, submissions))
      return [{ title, path, kind: 'folder' }];
    const [only = '', ...others] = submissions;
    // All that it holds is a folder with lessons. Given alone, that is a class of one.
    const isWrapped = others.length === 0 && paths.length > 1 && isCourse(join(path, only));
    if (isWrapped) return [{ title, path, kind: 'folder' }];
    const ignored = entries.filter(isIgnored);
    if (ignored.length > 0) remark(`Ignored in ${inOneLine(path)}: ${listed(ignored.map(inOneLine))}.`);
    return submissions.map((name) => single(join(path, name), name, lstatSync(join(path, name))));
  }

  /** Whether a folder is a submission itself. Somebody in a class may have handed in a folder of that name, too. */
  function hasOwnLessons(path: string, entries: readonly string[]): boolean {
    if (!entries.includes('lessons')) return false;
    const beside = entries.filter((name) => name !== 'lessons' && isSubmission(join(path, name)));
    const isOne = beside.length === 0 || (beside.length === 1 && holdsLesson(join(path, 'lessons')));
    if (beside.length > 0) {
      const taken = isOne
        ? `for one submission, because of its folder lessons. Left out: ${beside.map(inOneLine).join('')}.`
        : 'for a class, and the folder lessons in it for a submission.';
      remark(`${inOneLine(path)} is taken ${taken}`);
    }
    return isOne;
  }
}

function inOrder(left: string, right: string): number {
  const depth = (path: string) => path.split(sep).length;
  return depth(left) - depth(right) || (left < right ? -1 : 1);
}

function isSubmission(path: string): boolean {
  return isCourse(path) || (archiveKind(path) !== undefined && statsOf(path)?.isFile() === true);
}

function isCourse(path: string): boolean {
  return holds(path, () => hasLessons(path));
}

function holdsLesson(path: string): boolean {
  return holds(path, () => readdirSync(path).some((name) => /^\d\d-/.test(name)));
}

/** A folder that does not let anybody look holds nothing, here; whoever reads it says why. */
function holds(path: string, looked: () => boolean): boolean {
  try {
    return statsOf(path)?.isDirectory() === true && looked();
  } catch {
    return false;
  }
}

function single(path: string, name: string, stats: Stats): Unnamed {
  if (stats.isDirectory()) return { title: name, path, kind: 'folder' };
  const kind = kindOfFile(name);
  const title = kind === 'note' ? name.slice(0, -NOT_FETCHED.length) : name.replace(ARCHIVE, '');
  if (!stats.isFile()) return { title, path, kind: 'folder', trouble: `It is ${kindOf(stats)}.` };
  if (kind === undefined) {
    return { title, path, kind: 'folder', trouble: `It is neither a folder nor an archive (${ENDINGS}).` };
  }
  return { title, path, kind };
}

function listed(names: readonly string[]): string {
  const rest = names.length - LISTED;
  return `${names.slice(0, LISTED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

const LISTED = 5;

const ENDINGS = '.zip, .tar, .tar.gz, .tgz';
const ARCHIVE = /\.(zip|tar|tar\.gz|tgz)$/i;

function kindOfFile(name: string): Exclude<Kind, 'folder'> | undefined {
  return name.endsWith(NOT_FETCHED) ? 'note' : archiveKind(name);
}

export function archiveKind(name: string): 'zip' | 'tar' | undefined {
  const ending = ARCHIVE.exec(name)?.[1]?.toLowerCase();
  return ending === undefined ? undefined : ending === 'zip' ? 'zip' : 'tar';
}

function missing(error: unknown): string | undefined {
  const isMissing = error instanceof Error && (error as NodeJS.ErrnoException).code === 'ENOENT';
  return isMissing ? 'There is no such file or folder.' : undefined;
}
