import type { Place } from './failure';

/** The first line of a stack that lies in a learner's file. */
export function placeIn(stack: string | undefined): { place?: Place } {
  const [, file, line] = /([^\s()]*\/lessons\/[^\s()]*\/exercise\.ts):(\d+):\d+/.exec(stack ?? '') ?? [];
  if (file === undefined) return {};
  return { place: { file: file.replace(/^file:\/\//, ''), line: Number(line) } };
}
