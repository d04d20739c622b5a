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

/** A file of the learner's as a browser got it: compiled, so that its lines are others than those written. */
export interface ServedFile {
  /** Where the browser got it. */
  readonly url: string;
  /** The path that the learner knows. */
  readonly file: string;
  /** As it was written. */
  readonly text: string;
  /** For each line that the browser has, the line that it comes from, from 1. */
  readonly lines: readonly number[];
}

// A browser cannot read files, and its stacks name addresses.
const served = new Map<string, ServedFile>();

/** Tells where lines of a file are from, and what they say. Other files that came over the network have no place. */
export function serveFile(file: ServedFile): void {
  served.set(plainPath(file.url), file);
  served.set(file.file, file);
}

// One frame is the learner's; the others allow for a helper of node_modules in between.
const frames = 8;

/** Remembers who called `below`. */
export function callSite(below: (...values: never[]) => unknown): CallSite {
  // Some browsers cannot leave out frames. Those below are of no file that was served.
  if (typeof Error.captureStackTrace !== 'function') return new Error('a call');
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = frames;
  const site: CallSite = {};
  Error.captureStackTrace(site, below);
  Error.stackTraceLimit = limit;
  return site;
}

/** `at name (path:line:column)`, as Node and Chromium write it. */
const chromiumFrame = /^\s*at .*?((?:file:\/\/|https?:\/\/|\/|[A-Za-z]:[\\/])[^()]*?):(\d+):\d+\)?$/;
/** `name@address:line:column`, as Firefox and Safari do. What was compiled at run time has no file. */
const otherFrame = /^(?:[^@]*@)?(https?:\/\/[^()\s]*?):(\d+):\d+$/;

/** The first frame that belongs to neither Node nor a package; undefined where no stack names a file. */
export function placeOf(site: CallSite | undefined): CodePlace | undefined {
  for (const frame of site?.stack?.split('\n') ?? []) {
    const [, path, line] = chromiumFrame.exec(frame) ?? otherFrame.exec(frame) ?? [];
    if (path === undefined || line === undefined || /[\\/]node_modules[\\/]/.test(path)) continue;
    if (!path.startsWith('http')) return placeIn(plainPath(path), Number(line));
    const { file, lines } = served.get(plainPath(path)) ?? {};
    if (file !== undefined) return placeIn(file, lines?.[Number(line) - 1] ?? 0);
  }
  return undefined;
}

/** A line of a file, with its text where the file can be read. */
export function placeIn(file: string, line: number): CodePlace {
  const code = readCode(file)?.split('\n')[line - 1]?.trim();
  return { file, shownFile: shorten(file), line, ...(code ? { code } : {}) };
}

/** A file's text; undefined when there is no such file, or a browser has not got it. */
export function readCode(file: string): string | undefined {
  const known = served.get(file);
  if (known !== undefined) return known.text;
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
