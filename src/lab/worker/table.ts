import { csvHeader, csvText } from '#kit/race';
import { csvParseRows } from 'd3-dsv';
import type { ChosenFile, Request } from '../messages';
import { numberIn } from '../numbers';

/** A file that may be learnt from, and its column that most probably is to be predicted. */
export interface Table {
  readonly file: ChosenFile;
  readonly target: string;
}

/** A file as a table. @throws RangeError, one line, where it is none */
export async function tableIn({ id, name, content }: Extract<Request, { type: 'open' }>): Promise<Table> {
  const text = csvText(name, new Uint8Array(await content.arrayBuffer()));
  const columns = csvHeader(name, text);
  return { file: { id, name, content, columns }, target: likelyTarget(columns, text) };
}

/** What most tables are about stands last: the last column that begins with a number. */
function likelyTarget(columns: readonly string[], text: string): string {
  const [, first = []] = csvParseRows(text, (row, index) => (index < 2 ? row : undefined));
  return columns.findLast((_, index) => !Number.isNaN(numberIn(first[index] ?? ''))) ?? columns.at(-1) ?? '';
}
