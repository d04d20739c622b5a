import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import xterm from '@xterm/headless';

/** How long something may take to appear, in milliseconds: these machines are shared. */
const PATIENCE = 20_000;

export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

/**
 * A real terminal, with somebody before it who reads the screen and presses keys. `script`, which every Linux
 * brings, makes the pseudo terminal; xterm.js turns what is written to it into what is seen.
 */
export class LearnersTerminal {
  private readonly screen: xterm.Terminal;
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly folder = mkdtempSync(join(tmpdir(), 'terminal-'));
  private readonly listeners = new Set<() => void>();
  private isOver = false;

  /** @param command for the shell, in a folder */
  constructor(command: string, cwd: string, { columns, rows }: TerminalSize = { columns: 80, rows: 24 }) {
    this.screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    const { NO_COLOR: _, FORCE_COLOR: __, VITEST: ___, CI: ____, ...env } = process.env;
    const set = `tty > ${join(this.folder, 'tty')}; stty rows ${rows} cols ${columns}; ${command}`;
    this.child = spawn('script', ['-qfec', set, '/dev/null'], {
      cwd,
      env: { ...env, TERM: 'xterm-256color', SHELL: '/bin/sh' },
    });
    this.child.stdout.on('data', (data: Buffer) => {
      this.screen.write(data, () => this.changed());
    });
    this.child.on('exit', () => {
      this.isOver = true;
      this.changed();
    });
  }

  /** What is to be seen now, a line for each row, without spaces at the end. */
  get text(): string {
    const { active } = this.screen.buffer;
    const lines = Array.from({ length: this.screen.rows }, (_, row) =>
      active.getLine(active.baseY + row)?.translateToString(true),
    );
    return lines.join('\n').trimEnd();
  }

  get isFullScreen(): boolean {
    return this.screen.buffer.active.type === 'alternate';
  }

  press(keys: string): void {
    this.child.stdin.write(keys);
  }

  resize({ columns, rows }: TerminalSize): void {
    const tty = readFileSync(join(this.folder, 'tty'), 'utf8').trim();
    this.screen.resize(columns, rows);
    spawnSync('stty', ['-F', tty, 'rows', String(rows), 'cols', String(columns)]);
  }

  /** Waits until something can be read. @throws with the screen, when it does not come */
  async sees(what: RegExp | string): Promise<string> {
    return this.until(`see ${String(what)}`, (text) =>
      typeof what === 'string' ? text.includes(what) : what.test(text),
    );
  }

  /** Waits until something is not to be read any more. */
  async misses(what: string): Promise<string> {
    return this.until(`miss ${what}`, (text) => !text.includes(what));
  }

  /** Waits until the command is over. */
  async ends(): Promise<void> {
    await this.until('end', () => this.isOver);
  }

  /** Ends what still runs, and waits until it has. */
  async dispose(): Promise<void> {
    if (!this.isOver) this.child.kill('SIGTERM');
    const late = setTimeout(() => this.child.kill('SIGKILL'), 3_000);
    await this.ends();
    clearTimeout(late);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async until(aim: string, isReached: (text: string) => boolean): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const { text } = this;
        if (!isReached(text)) return;
        over();
        resolve(text);
      };
      const late = setTimeout(() => {
        over();
        reject(new Error(`The terminal did not ${aim}. It shows:\n${this.text}`));
      }, PATIENCE);
      const over = () => {
        clearTimeout(late);
        this.listeners.delete(look);
      };
      this.listeners.add(look);
      look();
    });
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}

/** Only there can a pseudo terminal be had without compiling anything. */
export const hasTerminal = process.platform === 'linux' && existsSync('/usr/bin/script');
