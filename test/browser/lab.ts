import { spawn, type ChildProcess } from 'node:child_process';
import type { Sandbox } from '../cli/sandbox';

/** `npm run lab` in a copy of the course, on a free port. */
export class Lab {
  private constructor(
    /** Such as http://127.0.0.1:40123, without a slash at the end. */
    readonly address: string,
    private readonly child: ChildProcess,
  ) {}

  /** @throws with what it has printed, when it ends without saying where it serves */
  static start(course: Sandbox): Promise<Lab> {
    const { FORCE_COLOR: _, NO_COLOR: __, VITEST: ___, NODE_ENV: ____, ...env } = process.env;
    const child = spawn(process.execPath, ['src/cli/run.mjs', 'lab', '--port', '0'], {
      cwd: course.path,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    return new Promise((resolve, reject) => {
      const read = (data: Buffer) => {
        printed += data.toString();
        const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
        if (address !== undefined) resolve(new Lab(address, child));
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.on('exit', () => reject(new Error(`The lab ended: ${printed}`)));
    });
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill();
    await ended;
  }
}
