import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { root } from '#kit/course';

/** The lab, in a process of its own beside the session. */
export class LabProcess {
  private child: ChildProcess | undefined;
  private words: Promise<string> | undefined;

  /** Starts it unless it runs already. @returns what it says: where it is, or what went wrong */
  start(): Promise<string> {
    this.words ??= this.open();
    return this.words;
  }

  end(): void {
    this.child?.kill();
  }

  private open(): Promise<string> {
    const child = spawn(process.execPath, [join(root, 'src/cli/run.mjs'), 'lab'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    return new Promise((resolve, reject) => {
      let printed = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          printed += text;
          const [address] = /http:\/\/\S+/.exec(printed) ?? [];
          if (address !== undefined) resolve(`The lab is at ${address}`);
        });
      }
      child.on('error', reject);
      // Another press may try again.
      child.on('close', () => {
        this.words = undefined;
        resolve(printed.trim());
      });
    });
  }
}
