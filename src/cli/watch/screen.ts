import { emitKeypressEvents, type Interface } from 'node:readline';
import ansiEscapes from 'ansi-escapes';

/** A key as it was pressed: 'n', 'escape', 'pagedown', 'ctrl-c'. */
export type Key = string;

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

interface Keypress {
  readonly name?: string;
  readonly sequence?: string;
  readonly ctrl?: boolean;
}

/** Of readline's settings, the one that `emitKeypressEvents` reads: Esc alone is Esc after so many milliseconds. */
const ESCAPE_ALONE = { escapeCodeTimeout: 50 } as unknown as Interface;

/**
 * The whole terminal, taken over and given back as it was: its alternate screen, without an echo of what is
 * typed, without a cursor.
 */
export class Screen {
  private isLent = false;
  private isEntered = false;

  constructor(
    private readonly onKey: (key: Key) => void,
    private readonly onResize: () => void,
  ) {}

  get size(): Size {
    const { columns, rows } = process.stdout;
    return { columns: columns || 80, rows: rows || 24 };
  }

  enter(): void {
    this.isEntered = true;
    process.stdout.write(ansiEscapes.enterAlternativeScreen + ansiEscapes.cursorTo(0, 0));
    emitKeypressEvents(process.stdin, ESCAPE_ALONE);
    process.stdin.on('keypress', this.pressed);
    process.stdout.on('resize', this.resized);
    this.listen();
  }

  /** May be called twice: once in order, and once more when the process ends. */
  leave(): void {
    if (!this.isEntered) return;
    this.isEntered = false;
    process.stdin.off('keypress', this.pressed);
    process.stdout.off('resize', this.resized);
    process.stdin.setRawMode(false);
    process.stdin.pause();
    process.stdout.write(ansiEscapes.exitAlternativeScreen + ansiEscapes.cursorShow);
  }

  /** @param lines not more than the screen has, less one */
  draw(lines: readonly string[]): void {
    if (!this.isEntered || this.isLent) return;
    const { cursorTo, eraseEndLine, eraseDown } = ansiEscapes;
    // From the top, over what stands there: nothing flickers, and whatever went wrong before is gone.
    const rows = lines.map((line) => `${line}${eraseEndLine}\n`);
    process.stdout.write(`${cursorTo(0, 0)}${rows.join('')}${eraseDown}`);
  }

  /** Gives an empty screen, and the keys, to a prompt. The signal says that somebody wants to go back. */
  async lend<Answer>(ask: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
    this.isLent = true;
    process.stdin.off('keypress', this.pressed);
    const back = new AbortController();
    const escape = (_: string | undefined, { name }: Keypress) => {
      if (name === 'escape') back.abort();
    };
    process.stdin.on('keypress', escape);
    this.wipe();
    process.stdout.write(ansiEscapes.cursorShow);
    try {
      return await ask(back.signal);
    } finally {
      process.stdin.off('keypress', escape);
      this.isLent = false;
      if (this.isEntered) {
        process.stdin.on('keypress', this.pressed);
        this.listen();
        this.wipe();
      }
    }
  }

  private listen(): void {
    process.stdin.setRawMode(true);
    process.stdin.resume();
    process.stdout.write(ansiEscapes.cursorHide);
  }

  private wipe(): void {
    process.stdout.write(ansiEscapes.clearViewport);
  }

  private readonly pressed = (_: string | undefined, { name, sequence, ctrl }: Keypress): void => {
    const key = name ?? sequence ?? '';
    this.onKey(ctrl === true ? `ctrl-${key}` : key);
  };

  private readonly resized = (): void => {
    // The terminal has broken what stands there anew.
    if (!this.isLent) this.wipe();
    this.onResize();
  };
}
