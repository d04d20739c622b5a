import { Matrix } from '#kit/data';
import { backend, backendChanges } from './backend';
import { checkArguments } from './check-arguments';
import { isChecking } from './check-kernels';
import { isMistake } from './check-settings';
import { type CompiledKernel, compiledFor, engineValue } from './compiled-kernels';
import type { Constants } from './constants';
import {
  type EngineResult,
  type EngineValue,
  isTableInput,
  numbersOf,
  type PlainFunction,
  refill,
} from './engine';
import { evidenceOf } from './evidence';
import { explain } from './explain';
import { KernelError, type Mistake } from './kernel-error';
import { isEvidenceWanted, isRecorded, record } from './launches';
import { type CallSite, callSite } from './learner-code';
import { allLookLike } from './look';
import { isTable, sizesOf } from './plain-value';
import type { Program } from './programs';
import type { KernelMistake, PlainArgument } from './reading';
import { kernelError, rejected, withoutAlarm } from './rejection';
import { countCheck, countMistake, deservesCheck, SecondOpinion } from './second-opinion';
import { mostReads, threadsOf } from './threads';
import type { OutputSize } from './types';

/** A kernel without mistakes in its source and settings. It finds its compiled form at the first call. */
export class ReadyKernel {
  private bound: Bound | undefined;

  constructor(
    private readonly program: Program,
    private readonly kernel: PlainFunction,
    readonly constants: Constants,
    readonly output: OutputSize,
    private readonly site: CallSite | undefined,
  ) {}

  launch(...values: unknown[]): Promise<EngineResult> {
    let plain: readonly PlainArgument[] = [];
    try {
      const { bound } = this;
      if (bound !== undefined && bound.changes === backendChanges() && fits(values, bound)) plain = values;
      else plain = this.bind(values);
      const result = isChecking() || isRecorded() ? this.runWatched(plain) : this.run(plain);
      return result instanceof Promise
        ? withoutAlarm(
            result.catch((error: unknown) => {
              throw this.inWords(error, plain);
            }),
          )
        : Promise.resolve(result);
    } catch (error) {
      return rejected(this.inWords(error, plain));
    }
  }

  /** Finds the compiled kernel for these arguments. @returns the arguments as plain values. */
  private bind(values: readonly unknown[]): readonly PlainArgument[] {
    const plain = checkArguments(values, this.program.reading.parameters);
    // The arguments were written where the call is, not where the kernel is.
    if (isMistake(plain)) throw kernelError(plain, callSite(this.launch), this.launch);
    const changes = backendChanges();
    if (this.bound?.changes === changes && allLookLike(plain, this.bound.kernel.looks)) return plain;
    const kernel = compiledFor(this.program, this.constants, backend(), this.output, plain);
    this.bound = { kernel, changes, inputs: plain.map(engineValue) };
    return plain;
  }

  private run(plain: readonly PlainArgument[]): EngineResult | Promise<EngineResult> {
    const { kernel, inputs } = this.bound!;
    return kernel.engine(fill(plain, inputs), this.output, this.kernel);
  }

  private runWatched(plain: readonly PlainArgument[]): EngineResult | Promise<EngineResult> {
    const { kernel } = this.bound!;
    const isFull = isChecking() && deservesCheck(kernel, plain, this.output);
    const isLooked = isFull || (isChecking() && this.program.reading.indexesByData);
    const opinion = isLooked ? new SecondOpinion(kernel, plain, this.output) : undefined;
    this.throwIf(opinion?.mistakeOfThread(), kernel);
    const noted = isRecorded() ? this.recorder(kernel, plain) : undefined;
    const finished = (result: EngineResult): EngineResult => {
      noted?.(result);
      if (!isFull) return result;
      this.throwIf(opinion?.disagreement(result), kernel);
      countCheck(kernel, plain, this.output);
      return result;
    };
    const result = this.run(plain);
    return result instanceof Promise ? result.then(finished) : finished(result);
  }

  /** Called before the kernel runs; what it answers is called with what came out. */
  private recorder(kernel: CompiledKernel, plain: readonly PlainArgument[]): (result: EngineResult) => void {
    const { program, constants, output } = this;
    const handed = isEvidenceWanted() ? evidenceOf(program, constants, plain, output) : undefined;
    return (outcome) => {
      const [columns, rows = 1] = output;
      const result = numbersOf(outcome).slice();
      const launch = {
        kernel: program.name,
        output: [...output],
        threads: columns * rows,
        backend: kernel.backend,
        argumentSizes: plain.map(sizesOf),
        result,
        ...(program.reading.copies && { copies: true as const }),
      };
      record(launch, {
        reads: () => mostReads(threadsOf(program, constants, plain, output), output),
        evidence: handed && { ...handed, result },
      });
    };
  }

  private throwIf(mistake: Mistake | KernelMistake | undefined, kernel: CompiledKernel): void {
    if (mistake === undefined) return;
    countMistake(kernel);
    throw this.error(mistake);
  }

  private inWords(error: unknown, plain: readonly PlainArgument[]): KernelError {
    if (error instanceof KernelError) return error;
    const threads = () => threadsOf(this.program, this.constants, plain, this.output);
    const mistake = explain(error, threads, this.output);
    return this.error(mistake, error);
  }

  private error(mistake: Mistake | KernelMistake, cause?: unknown): KernelError {
    return kernelError(mistake, this.site ?? callSite(this.launch), this.launch, this.program, cause);
  }
}

const shared = new WeakMap<Program, ReadyKernel[]>();
const mostShared = 32;

/**
 * The kernel of this program with these very constants and this output, made if there is none. Several
 * callers may hold it: a launch leaves nothing behind that another could see.
 */
export function sharedKernel(program: Program, constants: Constants, output: OutputSize): ReadyKernel {
  const known = shared.get(program) ?? [];
  for (const each of known) if (each.constants === constants && sameOutput(each.output, output)) return each;
  const made = new ReadyKernel(program, program.kernel, constants, output, undefined);
  shared.set(program, [made, ...known.slice(0, mostShared - 1)]);
  return made;
}

function sameOutput(a: OutputSize, b: OutputSize): boolean {
  return a.length === b.length && a[0] === b[0] && a[1] === b[1];
}

/** A compiled kernel that took the last arguments. */
interface Bound {
  readonly kernel: CompiledKernel;
  /** The count of backend changes at the time. */
  readonly changes: number;
  /** For each table an input, filled anew at each call. */
  readonly inputs: readonly EngineValue[];
}

/** Whether the compiled kernel takes these values: a quick look that only the usual kinds pass. */
function fits(values: readonly unknown[], { kernel }: Bound): values is PlainArgument[] {
  for (let index = 0; index < values.length; index++) if (!isUsual(values[index])) return false;
  return allLookLike(values as readonly PlainArgument[], kernel.looks);
}

/** A number, a Float32Array or a Matrix that is not empty. */
function isUsual(value: unknown): value is PlainArgument {
  return (
    typeof value === 'number' ||
    (value instanceof Float32Array && value.length > 0) ||
    (value instanceof Matrix && value.data.length > 0)
  );
}

/** The values as gpu.js takes them. */
function fill(values: readonly PlainArgument[], inputs: readonly EngineValue[]): EngineValue[] {
  const filled: EngineValue[] = [];
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    const input = inputs[index];
    if (!isTable(value)) {
      filled.push(value);
    } else if (isTableInput(input)) {
      refill(input, value.data, value.columns, value.rows);
      filled.push(input);
    }
  }
  return filled;
}
