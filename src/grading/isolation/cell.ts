import { spawn, type ChildProcess } from 'node:child_process';
import type { Duplex } from 'node:stream';
import type { Failure, TrialSettings } from '#kit/testing';
import { outsidePeer, type AnswerMessage, type CallMessage, type Peer } from '#kit/testing/stand-in';
import { MachineTrouble } from '../machine-trouble';
import { frames, type Frames } from './frames';
import {
  errorOf,
  messageFromInside,
  wordsOf,
  type LoadableCode,
  SESSIONS,
  type ToInside,
  type Told,
  type ToOutside,
  type Tried,
} from './messages';
import { onlyChildOf, usageOf, type ProcessUsage } from './process-usage';
import { around, nodeFlags, type Walls } from './walls';

/** Why a cell is no more. */
export type Ending =
  /** It ended by itself, and nobody had asked it to. */
  | 'ended'
  | 'out of memory'
  /** It took too long, and was ended. */
  | 'time'
  | 'too large'
  /** What it sent is nothing that the kit's own code sends. */
  | 'nonsense'
  /** It is not needed any more. */
  | 'closed';

/** What a cell needs to be opened. */
export interface CellPlan {
  readonly walls: Walls;
  /** The script that starts the bundled inside.ts, and all that it reads. */
  readonly inside: string;
  readonly readable: readonly string[];
  /** An empty folder to stand in. */
  readonly folder: string;
}

/** More than any right answer has; a table of 70,000 rows and three columns takes 0.8 MB. */
const MOST_BYTES = 32 * 2 ** 20;

/** The same for all that comes in the sessions that are open, which is kept until their end; one of a solution has 2 MB. */
const MOST_SESSION_BYTES = 4 * MOST_BYTES;

/** Rejects calls of a cell that is no more. */
export class CellEnded extends Error {
  override readonly name = 'CellEnded';

  constructor(readonly ending: Ending) {
    super(`The process that runs this code is no more: ${ending}.`);
  }
}

/** A process that ended before it was handed any code: no submission can be the reason. */
export class CellNotStarted extends MachineTrouble {
  constructor(reason = '') {
    super(`A process that was to run its code did not start on this machine.${reason && ` ${reason}`}`);
  }
}

/** A process that runs the code of one submission, and the connection to it. */
export class Cell {
  ending: Ending | undefined;
  private readonly frames: Frames;
  private readonly waiting = new Map<number, Waiting<AnswerMessage>>();
  private readonly trying = new Map<number, Waiting<Tried>>();
  /** What the process may ask of the grader while it tries properties. */
  private subjects: readonly ((value: never) => Promise<unknown>)[] = [];
  private readonly ready: Promise<void>;
  private isStarted = false;
  private isReady: () => void = () => undefined;
  private isLoaded: (failure: Failure | undefined) => void = () => undefined;
  private failLoad: (error: CellEnded | CellNotStarted) => void = () => undefined;
  private nextId = 0;
  private heard = 0;
  private lastSession = 0;
  /** The latest, the oldest first, each with how many bytes had come before it: what came since may still be held. */
  private readonly sessions = new Map<number, { readonly peer: Peer; readonly before: number }>();
  private bytes = 0;
  private inner: number | undefined;

  private constructor(
    private readonly child: ChildProcess,
    /** Whether the process that was started has started another, in which the code runs. */
    private readonly hasWrapper: boolean,
  ) {
    const pipe = child.stdio[3] as Duplex;
    this.ready = new Promise((resolve) => (this.isReady = resolve));
    this.frames = frames(pipe, MOST_BYTES, {
      onMessages: (messages, bytes) => this.onMessages(messages, bytes),
      onNonsense: (reason) => this.end(reason),
    });
    pipe.on('error', () => undefined);
    child.on('error', () => this.end('ended'));
    child.on('exit', (code, signal) =>
      // V8 aborts where there is no more memory, and nothing else here does.
      this.end(signal === 'SIGABRT' || code === ABORTED ? 'out of memory' : 'ended'),
    );
  }

  /** @throws CellNotStarted */
  static open({ walls, inside, readable, folder }: CellPlan): Cell {
    const [file, ...args] = around(walls, [process.execPath, ...nodeFlags(readable), inside]);
    let child: ChildProcess;
    try {
      child = spawn(file, args, {
        cwd: folder,
        env: {},
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
        // A group of its own: whatever signals its group does not reach the grader.
        detached: true,
      });
    } catch (error) {
      throw new CellNotStarted(String(error));
    }
    // Where the system has no more files to open, there is no connection.
    if (child.stdio?.[3] === undefined) {
      child.on('error', () => undefined);
      throw new CellNotStarted();
    }
    return new Cell(child, walls.namespaces !== undefined);
  }

  /**
   * @returns why the code cannot be loaded, in the words of the other side
   * @throws CellEnded
   * @throws CellNotStarted
   */
  async load(code: LoadableCode): Promise<Failure | undefined> {
    const loaded = new Promise<Failure | undefined>((resolve, reject) => {
      this.isLoaded = resolve;
      this.failLoad = reject;
    });
    if (this.ending !== undefined) throw this.error(this.ending);
    void this.ready.then(() => this.send({ kind: 'load', ...code }));
    return loaded;
  }

  /** The end of a new connection: nothing that crossed before is known on it. It holds until `SESSIONS` others are made. */
  connect(): Peer {
    const session = ++this.lastSession;
    const peer = outsidePeer((call) => this.call(session, call));
    this.sessions.set(session, { peer, before: this.bytes });
    this.sessions.delete(session - SESSIONS);
    return peer;
  }

  /** Tries the properties that an exercise returns, in this process, on subjects that stay in the grader's. */
  async tryProperties(
    exercise: string,
    subjects: readonly ((value: never) => Promise<unknown>)[],
    settings: TrialSettings,
  ): Promise<unknown> {
    const id = this.nextId++;
    const tried = await new Promise<Tried>((resolve, reject) => {
      if (this.ending !== undefined) return reject(new CellEnded(this.ending));
      this.subjects = subjects;
      this.trying.set(id, { resolve, reject });
      this.send({ kind: 'try', id, exercise, subjects: subjects.length, settings });
    });
    if ('error' in tried) throw errorOf(tried.error);
    return tried.trials;
  }

  /** Kills the process, and rejects whatever waits for it. Only the first reason counts. */
  end(ending: Ending): void {
    if (this.ending !== undefined) return;
    this.ending = ending;
    const error = new CellEnded(ending);
    this.failLoad(this.error(ending));
    for (const { reject } of [...this.waiting.values(), ...this.trying.values()]) reject(error);
    this.waiting.clear();
    this.trying.clear();
    this.sessions.clear();
    this.kill();
    (this.child.stdio[3] as Duplex).destroy();
  }

  private error(ending: Ending): CellEnded | CellNotStarted {
    return this.isStarted || ending === 'closed' ? new CellEnded(ending) : new CellNotStarted();
  }

  /** Seconds of the processor that it has used, and whether it waits; undefined where the system does not tell. */
  get usage(): ProcessUsage | undefined {
    const pid = this.innermost();
    return pid === undefined ? undefined : usageOf(pid);
  }

  /** How many messages have come for which somebody waited. */
  get answers(): number {
    return this.heard;
  }

  /**
   * The process that runs the code goes first, while the one around it is there to bury it. Nobody knows when the
   * next one would, where the system's first process is not made for that.
   */
  private kill(): void {
    const { pid } = this.child;
    if (pid === undefined || this.child.exitCode !== null || this.child.signalCode !== null) return;
    const group = () => signal(-pid);
    const inner = this.innermost();
    if (inner === undefined || inner === pid) return group();
    signal(inner);
    const timer = setTimeout(group, PATIENCE);
    this.child.once('exit', () => clearTimeout(timer));
  }

  private innermost(): number | undefined {
    const { pid } = this.child;
    if (pid === undefined || !this.hasWrapper) return pid;
    // Once the code has started, it is the same to the end.
    if (!this.isStarted) return onlyChildOf(pid);
    return (this.inner ??= onlyChildOf(pid));
  }

  private send(message: ToInside): void {
    if (this.ending !== undefined) return;
    this.frames.send(message);
    // Whoever asks and does not listen to the answers would have them pile up here.
    if ((this.child.stdio[3] as Duplex).writableLength > MOST_SESSION_BYTES) this.end('too large');
  }

  private call(session: number, call: CallMessage): Promise<AnswerMessage> {
    return new Promise((resolve, reject) => {
      if (this.ending !== undefined) return reject(new CellEnded(this.ending));
      const id = this.nextId++;
      this.waiting.set(id, { resolve, reject });
      this.send({ kind: 'call', id, session, call });
    });
  }

  private onMessages(sent: readonly unknown[], bytes: number): void {
    if (this.ending !== undefined) return;
    const messages = sent.map(messageFromInside);
    // What is asked of a subject is not kept.
    if (messages.some((message) => message?.kind !== 'ask')) this.bytes += bytes;
    const [oldest] = this.sessions.values();
    if (this.bytes - (oldest?.before ?? 0) > MOST_SESSION_BYTES) this.end('too large');
    for (const message of messages) this.onMessage(message);
  }

  private onMessage(message: ToOutside | undefined): void {
    if (this.ending !== undefined) return;
    switch (message?.kind) {
      case 'ready':
        this.isStarted = true;
        return this.isReady();
      case 'loaded':
        return this.isLoaded(message.failure);
      case 'answer':
        this.settle(this.waiting, message.id, message.answer);
        return;
      case 'call':
        void this.answer(message.id, this.sessions.get(message.session)?.peer, message.call);
        return;
      case 'ask':
        void this.tell(message.id, this.subjects[message.subject], message.value);
        return;
      case 'tried':
        this.settle(this.trying, message.id, message);
        return;
      case undefined:
        this.end('nonsense');
    }
  }

  private settle<Result>(waiting: Map<number, Waiting<Result>>, id: number, result: Result): void {
    const one = waiting.get(id);
    if (one === undefined) return;
    this.heard += 1;
    waiting.delete(id);
    one.resolve(result);
  }

  private async tell(
    id: number,
    subject: ((value: never) => Promise<unknown>) | undefined,
    value: unknown,
  ): Promise<void> {
    if (subject === undefined) return this.end('nonsense');
    let told: Told;
    try {
      told = { value: await subject(value as never) };
    } catch (error) {
      told = { error: wordsOf(error) };
    }
    this.send({ kind: 'told', id, ...told });
  }

  /** @param peer undefined for a call of a test that has ended */
  private async answer(id: number, peer: Peer | undefined, call: CallMessage): Promise<void> {
    try {
      const answer = await peer?.answer(call);
      if (answer !== undefined) this.send({ kind: 'answer', id, answer });
    } catch {
      this.end('nonsense');
    }
  }
}

function signal(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** Milliseconds until a process that is killed is gone, if all is well. */
const PATIENCE = 500;

interface Waiting<Result> {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: CellEnded) => void;
}

/** How a shell reports that SIGABRT has ended a command. */
const ABORTED = 134;
