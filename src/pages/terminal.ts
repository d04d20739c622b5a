import type { ChalkInstance } from 'chalk';
import wrapAnsi from 'wrap-ansi';

/** Where text is printed to: how wide lines may get, and which colours it has. */
export interface Terminal {
  readonly width: number;
  readonly colour: ChalkInstance;
}

/**
 * Text broken to the width; lines after the first begin where the text of the first does.
 * @param first stands in front of the text, and `paint` may colour it
 */
export function indented(
  terminal: Terminal,
  first: string,
  text: string,
  paint: (first: string) => string = (plain) => plain,
): string {
  const margin = ' '.repeat(first.length);
  const width = terminal.width - first.length;
  const lines = text
    .split('\n')
    .flatMap((line) => wrapAnsi(line, width, { hard: true, trim: !line.startsWith(' ') }).split('\n'));
  return lines.map((line, index) => `${index === 0 ? paint(first) : margin}${line}`.trimEnd()).join('\n');
}
