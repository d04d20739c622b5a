/** Stands in the README of a copy for students, where it has said what the course is. */
const NOTE =
  'This copy was handed out to students, without the solutions. What you hand in are the `exercise.ts` files in\n' +
  '`lessons/`. Write into these alone: files of your own beside them are not looked at.';

/**
 * The README of a copy for students. What speaks of something that is not there goes: a row of a table, a
 * paragraph, a section of which nothing is left.
 * @param absent commands such as `npm run verify`, and paths such as `solutions/`
 */
export function studentReadme(text: string, absent: readonly string[]): string {
  const isTrue = (part: string) => !absent.some((words) => mentions(part, words));
  const parts = blocks(text)
    .map((block) => (block.startsWith('|') ? tableOf(block, isTrue) : block))
    .filter((block) => block !== '' && isTrue(block));
  const kept = withoutEmptySections(parts);
  const begin = kept.findIndex((block) => block.startsWith('## '));
  return `${kept.toSpliced(begin, 0, NOTE).join('\n\n')}\n`;
}

/** `npm run lab` is not mentioned where it says `npm run lab:build`. */
function mentions(text: string, words: string): boolean {
  const pattern = words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w-])${pattern}${/\w$/.test(words) ? '(?![\\w:-])' : ''}`).test(text);
}

/** Pieces between empty lines; code stays in one piece. */
function blocks(text: string): string[] {
  const found: string[] = [];
  let isCode = false;
  for (const piece of text.trim().split(/\n{2,}/)) {
    if (isCode) found[found.length - 1] += `\n\n${piece}`;
    else found.push(piece);
    if ((piece.match(/^```/gm) ?? []).length % 2 === 1) isCode = !isCode;
  }
  return found;
}

/** A table with those of its rows that are true; nothing where none is. */
function tableOf(block: string, isTrue: (row: string) => boolean): string {
  const [names = '', line = '', ...rows] = block.split('\n');
  const kept = rows.filter(isTrue);
  return kept.length === 0 ? '' : [names, line, ...kept].join('\n');
}

/** From the end to the beginning: a section may be empty because those in it are. */
function withoutEmptySections(blocks: readonly string[]): string[] {
  return blocks.reduceRight<string[]>((kept, block) => {
    const [next] = kept;
    const isEmpty = next === undefined || (levelOf(next) > 0 && levelOf(next) <= levelOf(block));
    return levelOf(block) > 0 && isEmpty ? kept : [block, ...kept];
  }, []);
}

/** 2 for `## Begin`, 0 for what is no heading. */
function levelOf(block: string): number {
  return /^#+(?= )/.exec(block)?.[0].length ?? 0;
}
