import type { Place } from './failure';

/** No line that names a file is longer, and the one that matters is among the first. */
const LONGEST_LINE = 1_000;
const MOST_LINES = 50;

/** The first line of a stack that lies in a learner's file. */
export function placeIn(stack = ''): { place?: Place } {
  // The search takes a time that grows with the square of a line's length.
  const lines = stack.slice(0, MOST_LINES * LONGEST_LINE).split('\n', MOST_LINES);
  const text = lines.map((line) => line.slice(0, LONGEST_LINE)).join('\n');
  const [, file, line] = /([^\s()]*\/lessons\/[^\s()]*\/exercise\.ts):(\d+):\d+/.exec(text) ?? [];
  if (file === undefined) return {};
  return { place: { file: file.replace(/^file:\/\//, ''), line: Number(line) } };
}
