import { csvHeader, csvText } from '#kit/race';
import { csvParseRows } from 'd3-dsv';
import { numberIn } from '../address';
import type { ChosenFile } from '../messages';

/** A file as a table. @throws RangeError, one line, where it is none */
export function tableIn(name: string, bytes: ArrayBuffer): ChosenFile {
  const text = csvText(name, new Uint8Array(bytes));
  const columns = csvHeader(name, text);
  return { name, text, columns };
}

/** What most tables are about stands last: the last column that begins with a number. */
export function likelyTarget({ columns, text }: ChosenFile): string {
  const [, first = []] = csvParseRows(text, (row, index) => (index < 2 ? row : undefined));
  return columns.findLast((_, index) => !Number.isNaN(numberIn(first[index] ?? ''))) ?? columns.at(-1) ?? '';
}
