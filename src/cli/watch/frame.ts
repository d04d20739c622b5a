import { stripVTControlCharacters } from 'node:util';
import wrapAnsi from 'wrap-ansi';
import type { Size } from './screen';

/** What is to be seen, whatever the size of the terminal. */
export interface Scene {
  /** Stands above everything, always. */
  readonly header: string;
  /** As long as it likes: it scrolls. */
  readonly body: string;
  /** One line that stands below. */
  readonly status: string;
  /** Commands by key, always to be seen. */
  readonly keys: readonly string[];
}

/** A scene as it fits into a terminal. */
export interface Frame {
  readonly lines: readonly string[];
  /** The first line of the body that is shown. */
  readonly top: number;
  /** How many lines of the body fit. */
  readonly height: number;
}

/** Rows that the body keeps, in however small a terminal; before that, keys go. */
const LEAST_BODY = 4;

/** @param top the line of the body to begin with, if there are so many */
export function frameOf(scene: Scene, { columns, rows }: Size, top: number): Frame {
  const body = broken(scene.body, columns);
  const [header = ''] = broken(scene.header, columns);
  const keys = inRows(scene.keys, columns);
  // The last row stays empty: a line break there would scroll everything away.
  const room = rows - 1;
  const besides = [header, '', '', scene.status].length;
  const below = keys.slice(0, Math.max(0, room - besides - LEAST_BODY));
  const height = Math.max(1, room - besides - below.length);
  const first = Math.max(0, Math.min(top, body.length - height));
  const shown = body.slice(first, first + height);
  const filling = Array.from({ length: height - shown.length }, () => '');
  const place =
    body.length > height ? `lines ${first + 1} to ${first + shown.length} of ${body.length}, ↑ ↓  ` : '';
  const [status = ''] = broken(`${place}${scene.status}`, columns);
  const lines = [header, '', ...shown, ...filling, '', status, ...below];
  return { lines: lines.slice(0, Math.max(1, room)), top: first, height };
}

function broken(text: string, columns: number): string[] {
  return wrapAnsi(text, columns, { hard: true, trim: false }).split('\n');
}

/** Names in as few rows as they need; none is torn from its key. */
function inRows(names: readonly string[], columns: number): string[] {
  const rows: string[] = [];
  for (const name of names) {
    const longer = rows.length === 0 ? undefined : `${rows.at(-1)}  ${name}`;
    if (longer !== undefined && stripVTControlCharacters(longer).length <= columns)
      rows[rows.length - 1] = longer;
    else rows.push(name);
  }
  return rows;
}
