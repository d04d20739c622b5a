import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { PoolOptions, PoolWorker, WorkerRequest } from 'vitest/node';

type Listener = (argument: unknown) => void;

/**
 * Keeps the process that runs the tests from one run to the next. vitest starts one for each run and ends it
 * afterwards; but a process that has the rooms loaded and gpu.js and fast-check compiled runs a lesson in a
 * fifth of the time.
 */
export class ForkKeeper {
  private kept: ChildProcess | undefined;
  private running: ChildProcess | undefined;
  private isGivenUp = false;

  /** For vitest's `pool`. */
  readonly name = 'kept-forks';
  readonly createPoolWorker = (options: PoolOptions): PoolWorker => new KeptFork(options, this);

  /** A process for a run, and whether it has run tests before. */
  take(start: () => ChildProcess): { child: ChildProcess; isKept: boolean } {
    const isKept = this.kept !== undefined && isAlive(this.kept);
    const child = isKept && this.kept !== undefined ? this.kept : start();
    this.kept = undefined;
    this.running = child;
    if (this.isGivenUp) child.kill('SIGKILL');
    return { child, isKept };
  }

  giveBack(child: ChildProcess): void {
    this.running = undefined;
    if (isAlive(child)) this.kept = child;
  }

  /** Another run may begin, after one that was given up. */
  begin(): void {
    this.isGivenUp = false;
  }

  /** Gives up the run: its process is ended, even if it is still to be started. */
  giveUp(): void {
    this.isGivenUp = true;
    this.running?.kill('SIGKILL');
    this.retire();
  }

  /** Ends the process that was kept, so that the next run starts a new one. */
  retire(): void {
    this.kept?.kill('SIGKILL');
    this.kept = undefined;
  }
}

/** A process of the keeper's, as vitest wants to see it. */
class KeptFork implements PoolWorker {
  readonly name = 'kept-forks';
  readonly cacheFs = true;
  private readonly entrypoint: string;
  private readonly listeners: [event: string, listener: Listener][] = [];
  private child: ChildProcess | undefined;
  private isStarted = false;

  constructor(
    private readonly options: PoolOptions,
    private readonly keeper: ForkKeeper,
  ) {
    this.entrypoint = join(options.distPath, 'workers', 'forks.js');
  }

  async start(): Promise<void> {
    const { env, execArgv, project } = this.options;
    const { child, isKept } = this.keeper.take(() =>
      fork(this.entrypoint, [], { env, execArgv, stdio: 'pipe', serialization: 'advanced' }),
    );
    this.child = child;
    this.isStarted = isKept;
    const { outputStream, errorStream } = project.vitest.logger;
    child.stdout?.on('data', (data: Buffer) => outputStream.write(data));
    child.stderr?.on('data', (data: Buffer) => errorStream.write(data));
  }

  /** The process hears of its first start, and of no end: it stays as it is between two runs. */
  send(message: WorkerRequest): void {
    if (message.type === 'stop') this.answer('stopped');
    else if (message.type === 'start' && this.isStarted) this.answer('started');
    else this.child?.send(message);
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (child === undefined) return;
    for (const [event, listener] of this.listeners) child.off(event, listener);
    child.stdout?.removeAllListeners('data');
    child.stderr?.removeAllListeners('data');
    this.child = undefined;
    this.keeper.giveBack(child);
  }

  on(event: string, listener: Listener): void {
    this.listeners.push([event, listener]);
    this.child?.on(event, listener);
  }

  off(event: string, listener: Listener): void {
    this.child?.off(event, listener);
  }

  deserialize(data: unknown): unknown {
    return data;
  }

  private answer(type: 'started' | 'stopped'): void {
    setImmediate(() => {
      for (const [event, listener] of this.listeners) {
        if (event === 'message') listener({ type, __vitest_worker_response__: true });
      }
    });
  }
}

function isAlive({ exitCode, signalCode, connected }: ChildProcess): boolean {
  return exitCode === null && signalCode === null && connected;
}
