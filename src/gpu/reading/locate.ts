/** A line of a source file. */
export interface SourceLine {
  /** Counted from 1. */
  readonly line: number;
  /** The line's text without the white space around it. */
  readonly text: string;
}

interface Word {
  readonly text: string;
  readonly start: number;
}

/** How many candidates for a kernel's beginning are compared, at most. */
const mostCandidates = 60;
/** A candidate this alike is taken without looking further. */
const alike = 0.95;

/**
 * Finds the line of a TypeScript file that a part of a kernel's JavaScript came from. Compilation drops
 * types and changes white space, quotes and parentheses, but keeps the words: names, keywords, numbers.
 * So the words of the kernel are aligned with those of the file.
 *
 * @param file The TypeScript file's text.
 * @param callLine The line where `createKernel` was called, counted from 1.
 * @param source The kernel's (or helper's) source, as the running program has it.
 * @param part Where in `source` to look.
 */
export function locate(
  file: string,
  callLine: number,
  source: string,
  part: { readonly start: number; readonly end: number },
): SourceLine {
  const lineStarts = startsOfLines(file);
  try {
    const offset = findOffset(file, lineStarts, callLine, source, part);
    if (offset !== undefined) return lineAt(file, lineStarts, offset);
  } catch {
    // A place to look is a courtesy; the call's own line is the answer when it cannot be had.
  }
  return lineAt(file, lineStarts, lineStarts[Math.max(0, callLine - 1)] ?? file.length);
}

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineAt(file: string, lineStarts: readonly number[], offset: number): SourceLine {
  let line = 1;
  while (line < lineStarts.length && (lineStarts[line] ?? Infinity) <= offset) line += 1;
  const start = lineStarts[line - 1] ?? 0;
  const end = lineStarts[line] ?? file.length + 1;
  return { line, text: file.slice(start, end - 1).trim() };
}

function findOffset(
  file: string,
  lineStarts: readonly number[],
  callLine: number,
  source: string,
  part: { readonly start: number; readonly end: number },
): number | undefined {
  const kernel = wordsOf(source);
  const all = wordsOf(file);
  const first = kernel[0];
  if (!first) return undefined;
  const target = wordOfPart(kernel, part);
  if (target === undefined) return undefined;
  const from = lineStarts[Math.max(0, callLine - 1)] ?? 0;
  let best: { readonly score: number; readonly offset: number } | undefined;
  for (const begin of candidates(all, kernel, from).slice(0, mostCandidates)) {
    const region = all.slice(begin, begin + regionLength(all, begin, kernel.length));
    const pairs = align(kernel, region);
    const score = pairs.matched / kernel.length;
    const offset = offsetOf(pairs.partner, region, target);
    if (offset === undefined || (best && score <= best.score)) continue;
    best = { score, offset };
    if (score >= alike) break;
  }
  return best && best.score > 0.5 ? best.offset : undefined;
}

// Types make the file's text longer than the kernel's, rarely more than twice.
function regionLength(all: readonly Word[], begin: number, length: number): number {
  return Math.min(all.length - begin, length * 2 + 40);
}

// Where the kernel may begin: first from the call on, then anywhere before it, nearest first.
function candidates(all: readonly Word[], kernel: readonly Word[], from: number): number[] {
  const first = kernel[0]?.text;
  const second = kernel[1]?.text;
  const places: number[] = [];
  all.forEach((word, index) => {
    if (word.text === first) places.push(index);
  });
  const isBehind = (index: number): boolean => (all[index]?.start ?? 0) >= from;
  const isNamed = (index: number): boolean => all[index + 1]?.text === second;
  const behind = places.filter(isBehind);
  const before = places.filter((index) => !isBehind(index)).toReversed();
  const named = [...behind, ...before].filter(isNamed);
  return [...behind.filter(isNamed), ...named, ...behind, ...before].filter(
    (index, at, list) => list.indexOf(index) === at,
  );
}

// The word in the part, or the last one before it.
function wordOfPart(
  words: readonly Word[],
  part: { readonly start: number; readonly end: number },
): number | undefined {
  let before: number | undefined;
  for (const [index, word] of words.entries()) {
    if (word.start >= part.start) return word.start < part.end ? index : (before ?? index);
    before = index;
  }
  return before;
}

function offsetOf(partner: Int32Array, region: readonly Word[], target: number): number | undefined {
  for (let index = target; index >= 0; index--) {
    const found = partner[index] ?? -1;
    if (found >= 0) return region[found]?.start;
  }
  return undefined;
}

// The longest common subsequence of two lists of words, as the partner of each word of the first.
function align(
  a: readonly Word[],
  b: readonly Word[],
): { readonly partner: Int32Array; readonly matched: number } {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      lengths[at] =
        a[i]?.text === b[j]?.text
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  const partner = new Int32Array(a.length).fill(-1);
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const at = i * width + j;
    if (a[i]?.text === b[j]?.text) {
      partner[i] = j;
      i += 1;
      j += 1;
    } else if ((lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0)) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return { partner, matched: lengths[0] ?? 0 };
}

const token = new RegExp(
  [
    String.raw`\/\/[^\n]*`,
    String.raw`\/\*[^]*?\*\/`,
    String.raw`"(?:[^"\\\n]|\\.)*"`,
    String.raw`'(?:[^'\\\n]|\\.)*'`,
    '`(?:[^`\\\\]|\\\\.)*`',
    String.raw`\d(?:[\w.]|[eE][+-])*|\.\d[\w.]*`,
    String.raw`[\p{L}_$][\p{L}\p{N}_$]*`,
  ].join('|'),
  'gu',
);

const imported = /^(__vite_ssr_import_\d+__|__vi_import_\d+__|__name)$/;

// Names, keywords, numbers and strings, each in one spelling; comments and signs are left out.
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(token)) {
    const [found] = match;
    if (found.startsWith('//') || found.startsWith('/*') || imported.test(found)) continue;
    words.push({ text: spelling(found), start: match.index });
  }
  return words;
}

function spelling(word: string): string {
  if (/^["'`]/.test(word)) return `'${word.slice(1, -1)}'`;
  if (/^[\d.]/.test(word)) {
    const number = Number(word.replaceAll('_', '').replace(/n$/, ''));
    return Number.isNaN(number) ? word : String(number);
  }
  return word;
}
