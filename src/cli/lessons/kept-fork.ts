import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { PoolOptions, PoolWorker, WorkerRequest } from 'vitest/node';

type Listener = (argument: unknown) => void;

const NAME = 'kept-forks';

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
  readonly name = NAME;
  readonly createPoolWorker = (options: PoolOptions): PoolWorker => new KeptFork(options, this);

  /**
   * A process for a run, and whether it has run tests before.
   * @throws Error when the run was given up in the meantime
   */
  take(start: () => ChildProcess): { readonly child: ChildProcess; readonly isKept: boolean } {
    if (this.isGivenUp) throw new Error('The run was given up.');
    const { kept } = this;
    this.kept = undefined;
    const isKept = kept !== undefined && isAlive(kept);
    const child = isKept ? kept : start();
    this.running = child;
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

  /** Gives up the run: its process is ended, or does not even start. */
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

/**
 * A process of the keeper's, as vitest 4.1 wants to see it. It asks for a start and an end in messages, and
 * waits for the answers; where a process dies before it has answered, it would wait for a minute.
 */
class KeptFork implements PoolWorker {
  readonly name = NAME;
  readonly cacheFs = true;
  private readonly entrypoint: string;
  private listeners: { readonly event: string; readonly listener: Listener }[] = [];
  private child: ChildProcess | undefined;
  private isKept = false;
  private hasStarted = false;
  private isOver = false;

  constructor(
    private readonly options: PoolOptions,
    private readonly keeper: ForkKeeper,
  ) {
    this.entrypoint = join(options.distPath, 'workers', 'forks.js');
  }

  async start(): Promise<void> {
    const { env, execArgv, project } = this.options;
    const { child, isKept } = this.keeper.take(() => {
      const started = fork(this.entrypoint, [], { env, execArgv, stdio: 'pipe', serialization: 'advanced' });
      // What it fails in between two runs concerns nobody; without a listener it would end this process.
      return started.on('error', () => undefined);
    });
    this.child = child;
    this.isKept = isKept;
    this.hasStarted = isKept;
    const { outputStream, errorStream } = project.vitest.logger;
    child.stdout?.on('data', (data: Buffer) => outputStream.write(data));
    child.stderr?.on('data', (data: Buffer) => errorStream.write(data));
    child.on('message', this.heard);
    child.on('error', this.failed);
    child.on('exit', this.ended);
  }

  /** The process hears of its first start, and of no end: it stays as it is between two runs. */
  send(message: WorkerRequest): void {
    if (message.type === 'stop') this.answer('stopped');
    else if (message.type === 'start' && this.isKept) this.answer('started');
    else if (this.child?.connected === true) this.child.send(message);
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (child === undefined) return;
    child.off('message', this.heard);
    child.off('error', this.failed);
    child.off('exit', this.ended);
    child.stdout?.removeAllListeners('data');
    child.stderr?.removeAllListeners('data');
    this.isOver = true;
    this.child = undefined;
    this.keeper.giveBack(child);
  }

  on(event: string, listener: Listener): void {
    this.listeners.push({ event, listener });
  }

  off(event: string, listener: Listener): void {
    this.listeners = this.listeners.filter((each) => each.event !== event || each.listener !== listener);
  }

  deserialize(data: unknown): unknown {
    return data;
  }

  private readonly heard = (message: { readonly type?: unknown }): void => {
    if (message.type === 'started') this.hasStarted = true;
    this.tell('message', message);
  };

  private readonly ended = (code: unknown): void => this.over('exit', code);
  private readonly failed = (error: unknown): void => this.over('error', error);

  /** Tells of the end, once. */
  private over(event: 'exit' | 'error', reason: unknown): void {
    if (this.isOver) return;
    this.isOver = true;
    if (this.hasStarted) this.tell(event, reason);
    else this.answer('started', new Error('The process ended before it had started.'));
  }

  private answer(type: 'started' | 'stopped', error?: Error): void {
    setImmediate(() => this.tell('message', { type, error, __vitest_worker_response__: true }));
  }

  private tell(event: string, argument: unknown): void {
    for (const each of this.listeners) if (each.event === event) each.listener(argument);
  }
}

function isAlive({ exitCode, signalCode, connected, killed }: ChildProcess): boolean {
  return exitCode === null && signalCode === null && connected && !killed;
}
