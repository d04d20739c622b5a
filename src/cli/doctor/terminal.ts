import { thisTerminal } from '../terminal';
import { note, right, type Finding } from './finding';

/** Narrower, and lines of tests and numbers break. */
const LEAST_COLUMNS = 60;
const LEAST_ROWS = 20;

export function check(): Finding {
  const { columns, colour } = thisTerminal();
  const colours = colour.level > 0 ? 'with colours' : 'without colours';
  const { isTTY, rows } = process.stdout;
  if (!isTTY) return right(`none here: pages are ${columns} columns wide, ${colours}`);
  const size = `${columns} columns and ${rows} rows, ${colours}`;
  return columns >= LEAST_COLUMNS && rows >= LEAST_ROWS
    ? right(size)
    : note(
        size,
        `Make its window larger: pages are laid out for ${LEAST_COLUMNS} by ${LEAST_ROWS} and more.`,
      );
}
