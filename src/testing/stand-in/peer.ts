import { Matrix } from '#kit/data';
import { confirmed, recordLaunches, someEffort, type Effort, type Launch } from '#kit/gpu';
import { callable } from '../callable';
import type { Watch } from '../implementation';
import { SharedMemory } from './shared-memory';
import type { Parcel } from './wire';

/** A call of an exercise by its name, or of a function that has crossed before by its number. */
export interface CallMessage {
  readonly target: string | number;
  readonly args: Parcel;
  /** Set while somebody watches launches. */
  readonly watch: Watch | undefined;
}

export interface AnswerMessage {
  readonly failed: boolean;
  readonly result: Parcel;
  /** Evidence of the kernels that ran, while somebody watches. It is the other side's word, and may be anything. */
  readonly launches: readonly unknown[];
}

/** Carries one message to the other side and brings its answer. */
export type Channel = (message: CallMessage) => Promise<AnswerMessage>;

/** Turns evidence into a launch, or into nothing where it does not hold. It must not throw. */
export type ConfirmLaunch = (
  evidence: unknown,
  options: Watch & { readonly effort: Effort },
) => Launch | undefined;

/**
 * Whether what a kernel returns is what it was handed, and that is neither an input of the exercise nor the work of an
 * earlier kernel: then it was computed somewhere else, whatever the kernel does to it.
 */
function bringsItsResult({ handed = [], result }: Launch, known: readonly ArrayLike<number>[]): boolean {
  const own = handed.filter((column) => isSame(column, result));
  return own.length > 0 && !own.some((column) => known.some((other) => isSame(column, other)));
}

/** How deep inputs are nested. */
const DEEPEST = 3;

/** The columns and tables in an input. */
function columnsIn(value: unknown, deep = DEEPEST): ArrayLike<number>[] {
  if (typeof value !== 'object' || value === null) return [];
  if (value instanceof Matrix) return [value.data];
  if (ArrayBuffer.isView(value)) return [value as Float32Array];
  return deep === 0 ? [] : Object.values(value).flatMap((each) => columnsIn(each, deep - 1));
}

/** The same numbers, in whatever order: a kernel that only changes their order computes none of them. */
function isSame(left: ArrayLike<number>, right: ArrayLike<number>): boolean {
  if (left.length !== right.length) return false;
  const [one, other] = [Float32Array.from(left).sort(), Float32Array.from(right).sort()];
  return one.every((number, index) => number === other[index]);
}

/** One end of a connection: calls the other side's functions, and answers calls of its own. */
export class Peer {
  private readonly memory: SharedMemory;
  private watch: Watch | undefined;
  /** What may still be spent on confirming launches, for as long as they are watched. */
  private effort = someEffort();
  private watched: Launch[] = [];
  /** The first thing that was against the rules. */
  private fault: unknown;

  constructor(
    side: 0 | 1,
    private readonly channel: Channel,
    private readonly exports: object,
    private readonly confirmLaunch: ConfirmLaunch = confirmed,
  ) {
    this.memory = new SharedMemory(side, (id, args) => this.call(id, args));
  }

  /** Rejects with the error that the other side threw. */
  async call(target: string | number, args: unknown[]): Promise<unknown> {
    const answer = await this.channel({ target, args: this.memory.pack(args), watch: this.watch });
    const result = this.memory.unpack(answer.result);
    if (this.fault !== undefined) throw this.fault;
    if (this.watch !== undefined) this.confirmAll(answer.launches, this.watch, args);
    if (answer.failed) throw result;
    return result;
  }

  /** A report that a kernel ran proves nothing: whoever wrote the exercise may have written the report. */
  private confirmAll(
    launches: readonly unknown[],
    { reads = false }: Watch,
    inputs: readonly unknown[],
  ): void {
    for (const evidence of launches) {
      const launch = this.confirmLaunch(evidence, { reads, effort: this.effort });
      if (launch === undefined) continue;
      const known = [
        ...inputs.flatMap((input) => columnsIn(input)),
        ...this.watched.filter(({ copies }) => copies !== true).map(({ result }) => result),
      ];
      this.watched.push(bringsItsResult(launch, known) ? { ...launch, copies: true } : launch);
    }
  }

  async answer(message: CallMessage): Promise<AnswerMessage> {
    const run = async () => {
      const args = this.unpackOrFault(message.args) as never[];
      const own = typeof message.target === 'number' ? this.memory.ownFunction(message.target) : undefined;
      const target = own ?? callable(this.exports, String(message.target));
      return this.memory.pack(await target(...args));
    };
    let launches: AnswerMessage['launches'] = [];
    try {
      if (message.watch === undefined) return { failed: false, result: await run(), launches };
      const recording = await recordLaunches(
        () =>
          run().then(
            (parcel) => ({ parcel }),
            (error: unknown) => ({ error }),
          ),
        { evidence: true },
      );
      launches = recording.launches.map(({ evidence }) => evidence);
      if ('error' in recording.result) throw recording.result.error;
      return { failed: false, result: recording.result.parcel, launches };
    } catch (error) {
      return { failed: true, result: this.memory.pack(error), launches };
    }
  }

  /** What comes with a call from inside of an answer may be against the rules: then the answer does not count. */
  private unpackOrFault(parcel: Parcel): unknown {
    try {
      return this.memory.unpack(parcel);
    } catch (error) {
      this.fault ??= error;
      throw error;
    }
  }

  /** What the other side launched while `body` called it. */
  readonly launches = async <Result>(body: () => Promise<Result>, watch: Watch = {}) => {
    const outer = { watch: this.watch, watched: this.watched, effort: this.effort };
    this.watch = watch;
    this.effort = someEffort();
    this.watched = [];
    try {
      const result = await body();
      return { result, launches: this.watched };
    } finally {
      outer.watched.push(...this.watched);
      this.watch = outer.watch;
      this.watched = outer.watched;
      this.effort = outer.effort;
    }
  };
}
