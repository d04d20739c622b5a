import { SourceMap } from 'node:module';

/**
 * For each line of a compiled text, the line of a source that it comes from, from 1; 0 where it comes from none.
 * @param map its source map, as JSON
 * @param source the one that is meant, where the text was made of several
 */
export function linesOf(code: string, map: string, source?: string): number[] {
  const known = new SourceMap(JSON.parse(map));
  return code.split('\n').map((text, line) => {
    const entry = known.findEntry(line, Math.max(0, text.search(/\S/)));
    if (!('originalLine' in entry)) return 0;
    return source === undefined || entry.originalSource === source ? entry.originalLine + 1 : 0;
  });
}
