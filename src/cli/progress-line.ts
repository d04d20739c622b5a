import { clearLine, cursorTo } from 'node:readline';

/** A line that says how far a command is, written over itself. */
export interface ProgressLine {
  show(text: string): void;
  /** Leaves the line as if nothing had been there. */
  clear(): void;
}

/**
 * A progress line on standard error where that is a terminal, else one that stays silent. The cursor stays
 * visible and nothing is caught, so that Ctrl-C ends the command at once, even in a kernel without end, and
 * leaves nothing to be put right.
 */
export function progressLine(stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} };
  let last = '';
  const erase = () => {
    cursorTo(stream, 0);
    clearLine(stream, 0);
  };
  return {
    show(text) {
      // A line that wraps could not be cleared.
      const shown = text.slice(0, (stream.columns || 80) - 1);
      if (shown === last) return;
      erase();
      stream.write(shown);
      last = shown;
    },
    clear() {
      if (last !== '') erase();
      last = '';
    },
  };
}
