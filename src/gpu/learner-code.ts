/** A line in a file, as it is shown to the learner. */
export interface CodePlace {
  /** The full path. */
  readonly file: string;
  /** The path from where the program was started. */
  readonly shownFile: string;
  /** From 1. */
  readonly line: number;
  /** The line itself, trimmed, where the file can be read. */
  readonly code?: string;
}

/** A moment in the learner's code, kept cheaply; `placeOf` finds out where it was. */
export interface CallSite {
  readonly stack?: string;
}

// One frame is the learner's; the others allow for a helper of node_modules in between.
const frames = 8;

/** Remembers who called `below`. */
export function callSite(below: (...values: never[]) => unknown): CallSite {
  // Some browsers cannot leave out frames; they have no file to show either.
  if (typeof Error.captureStackTrace !== 'function') return {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = frames;
  const site: CallSite = {};
  Error.captureStackTrace(site, below);
  Error.stackTraceLimit = limit;
  return site;
}

/** The first frame that belongs to neither Node nor a package; undefined where no stack names a file. */
export function placeOf(site: CallSite | undefined): CodePlace | undefined {
  for (const frame of site?.stack?.split('\n') ?? []) {
    const [, path, line] =
      /^\s*at .*?((?:file:\/\/|\/|[A-Za-z]:[\\/])[^()]*?):(\d+):\d+\)?$/.exec(frame) ?? [];
    if (path === undefined || line === undefined || /[\\/]node_modules[\\/]/.test(path)) continue;
    return placeIn(plainPath(path), Number(line));
  }
  return undefined;
}

/** A line of a file, with its text where the file can be read. */
export function placeIn(file: string, line: number): CodePlace {
  const code = readCode(file)?.split('\n')[line - 1]?.trim();
  return { file, shownFile: shorten(file), line, ...(code ? { code } : {}) };
}

/** A file's text; undefined in a browser, or when there is no such file. */
export function readCode(file: string): string | undefined {
  try {
    // Asked for at run time, so that the same code can be bundled for a browser.
    return typeof process === 'undefined'
      ? undefined
      : process.getBuiltinModule?.('node:fs').readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function plainPath(path: string): string {
  const withoutQuery = path.replace(/[?#].*$/, '');
  if (!withoutQuery.startsWith('file://')) return withoutQuery;
  const pathname = decodeURIComponent(new URL(withoutQuery).pathname);
  return /^\/[A-Za-z]:\//.test(pathname) ? pathname.slice(1) : pathname;
}

function shorten(file: string): string {
  const start = typeof process === 'undefined' ? '' : `${process.cwd()}/`;
  return start !== '' && file.startsWith(start) ? file.slice(start.length) : file;
}
