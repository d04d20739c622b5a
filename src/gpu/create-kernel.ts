import { Matrix } from '../data';
import { backend, backendChanges } from './backend';
import { checkArguments } from './check-arguments';
import { isChecking } from './check-kernels';
import { checkSettings, isFunction, isMistake } from './check-settings';
import { type CompiledKernel, compiledFor, engineValue, heldConstants } from './compiled-kernels';
import type { Constants } from './constants';
import { type EngineResult, type EngineValue, isTableInput, refill } from './engine';
import { explain } from './explain';
import { KernelError, type Mistake } from './kernel-error';
import { isRecorded, record } from './launches';
import { allLookLike } from './look';
import { type CallSite, callSite, placeOf } from './learner-code';
import { placeOfMistake } from './place-of-mistake';
import { isTable, sizesOf } from './plain-value';
import { type Program, programFor } from './programs';
import type { KernelMistake, PlainArgument } from './reading/kernel-reading';
import { deservesCheck, SecondOpinion } from './second-opinion';
import { mostReads, threadsOf } from './threads';
import type {
  Kernel,
  KernelConstants,
  KernelParameter,
  KernelSettings,
  KernelThis,
  OutputSize,
} from './types';

/**
 * Makes a kernel: a function that runs once per thread. Its result at `this.thread` becomes the value
 * there. It never throws; a mistake rejects the calls, as a KernelError with your file and line.
 * @param kernel a `function` with typed parameters; it may use those, `this`, helpers and Math.
 * @param settings `output: [threads]` or `[columns, rows]`; `constants`, read as `this.constants.name`,
 *   copied now; `functions`, the helpers that the kernel calls.
 */
export function createKernel<
  Parameters extends KernelParameter[],
  Output extends OutputSize,
  Constants extends KernelConstants = Record<never, never>,
>(
  kernel: (this: KernelThis<Constants>, ...values: Parameters) => number,
  settings: KernelSettings<Output, Constants>,
): Kernel<Parameters, Output> {
  const handle = prepare(kernel, settings, () => callSite(createKernel));
  const launch = (...values: unknown[]): Promise<EngineResult> => handle.launch(values, launch);
  // The one cast: types cannot follow arguments into a compiled kernel.
  return launch as unknown as Kernel<Parameters, Output>;
}

interface Handle {
  /** @param entrance the function that the learner called. */
  launch(values: unknown[], entrance: () => unknown): Promise<EngineResult>;
}

/** A kernel that cannot run, and says why at each call. */
class Refusal implements Handle {
  constructor(
    private readonly mistake: Mistake | KernelMistake,
    private readonly site: CallSite,
    private readonly program?: Program,
  ) {}

  launch(_values: unknown[], entrance: () => unknown): Promise<EngineResult> {
    return rejection(this.mistake, this.site, this.program, entrance);
  }
}

function prepare(kernel: unknown, settings: unknown, site: () => CallSite): Handle {
  if (!isFunction(kernel)) {
    const words = 'createKernel needs a function that computes the value of one thread.';
    const advice = 'Put it first: gpu.createKernel(function (values: number[]) { … }, { output: [n] }).';
    return new Refusal({ rule: 'no-kernel', words, advice }, site());
  }
  const checked = checkSettings(settings);
  if (isMistake(checked)) return new Refusal(checked, site());
  const program = programFor(kernel, checked.functions, checked.constants, site);
  const [mistake] = program.reading.mistakes;
  if (mistake !== undefined) return new Refusal(mistake, site(), program);
  const constants = heldConstants(program, checked.constants);
  // A stack takes longer than everything else here, so a known program is trusted when nobody checks.
  return new ReadyKernel(program, constants, checked.output, isChecking() ? site() : program.site);
}

/** A compiled kernel with what its last arguments looked like. */
interface Bound {
  readonly kernel: CompiledKernel;
  readonly changes: number;
  /** For each table an input, filled anew at each call. */
  readonly inputs: readonly EngineValue[];
}

class ReadyKernel implements Handle {
  private bound: Bound | undefined;

  constructor(
    private readonly program: Program,
    private readonly constants: Constants,
    private readonly output: OutputSize,
    private readonly site: CallSite,
  ) {}

  launch(values: unknown[], entrance: () => unknown): Promise<EngineResult> {
    let bound = this.bound;
    let plain: readonly PlainArgument[];
    if (bound !== undefined && bound.changes === backendChanges() && fits(values, bound)) {
      plain = values;
    } else {
      const checked = checkArguments(values, this.program.reading.parameters);
      // The arguments were written where the call is, not where the kernel is.
      if (isMistake(checked)) return rejection(checked, callSite(entrance), undefined, entrance);
      plain = checked;
      if (
        bound === undefined ||
        bound.changes !== backendChanges() ||
        !allLookLike(plain, bound.kernel.looks)
      ) {
        try {
          bound = this.bind(plain);
        } catch (error) {
          return this.failure(error, plain, entrance);
        }
        this.bound = bound;
      }
    }
    return isChecking() || isRecorded()
      ? this.watchedRun(bound, plain, entrance)
      : this.run(bound, plain, entrance);
  }

  private bind(plain: readonly PlainArgument[]): Bound {
    const kernel = compiledFor(this.program, this.constants, backend(), this.output, plain);
    return {
      kernel,
      changes: backendChanges(),
      inputs: plain.map(engineValue),
    };
  }

  private run(bound: Bound, plain: readonly PlainArgument[], entrance: () => unknown): Promise<EngineResult> {
    try {
      const result = bound.kernel.engine(fill(plain, bound), this.output);
      return result instanceof Promise
        ? result.catch((error: unknown) => this.failure(error, plain, entrance))
        : Promise.resolve(result);
    } catch (error) {
      return this.failure(error, plain, entrance);
    }
  }

  private watchedRun(
    bound: Bound,
    plain: readonly PlainArgument[],
    entrance: () => unknown,
  ): Promise<EngineResult> {
    const { kernel } = bound;
    const opinion =
      isChecking() && deservesCheck(kernel, plain, this.output)
        ? new SecondOpinion(kernel, plain, this.output)
        : undefined;
    const outside = opinion?.outsideRead();
    if (outside !== undefined) return rejection(outside, this.site, this.program, entrance);
    if (isRecorded()) this.record(kernel, plain);
    const running = this.run(bound, plain, entrance);
    return opinion === undefined
      ? running
      : running.then((result) => this.confirmed(result, opinion, entrance));
  }

  private confirmed(
    result: EngineResult,
    opinion: SecondOpinion,
    entrance: () => unknown,
  ): EngineResult | Promise<EngineResult> {
    const against = opinion.disagreement(result);
    return against === undefined ? result : rejection(against, this.site, this.program, entrance);
  }

  private record(kernel: CompiledKernel, plain: readonly PlainArgument[]): void {
    const [columns, rows = 1] = this.output;
    record(
      {
        kernel: this.program.name,
        output: [...this.output],
        threads: columns * rows,
        backend: kernel.backend,
        argumentSizes: plain.map(sizesOf),
      },
      () => mostReads(threadsOf(this.program, this.constants, plain, this.output), this.output),
    );
  }

  private failure(error: unknown, plain: readonly PlainArgument[], entrance: () => unknown): Promise<never> {
    if (error instanceof KernelError) return handled(error);
    const launch = () => threadsOf(this.program, this.constants, plain, this.output);
    return rejection(explain(error, launch, this.output), this.site, this.program, entrance, error);
  }
}

/** Whether the compiled kernel takes these values: a quick look that only the usual kinds pass. */
function fits(values: readonly unknown[], { kernel }: Bound): values is PlainArgument[] {
  return values.every(isUsual) && allLookLike(values, kernel.looks);
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
function fill(values: readonly PlainArgument[], { inputs }: Bound): EngineValue[] {
  const filled: EngineValue[] = [];
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    const input = inputs[index];
    if (isTableInput(input) && isTable(value)) {
      refill(input, value.data, value.columns, value.rows);
      filled.push(input);
    } else if (!isTable(value)) {
      filled.push(value);
    }
  }
  return filled;
}

function rejection(
  mistake: Mistake | KernelMistake,
  site: CallSite,
  program: Program | undefined,
  entrance: () => unknown,
  cause?: unknown,
): Promise<never> {
  const place =
    program !== undefined && 'start' in mistake ? placeOfMistake(mistake, program, site) : placeOf(site);
  const error = new KernelError(mistake, place, cause);
  // The stack then begins where the kernel was called, and not in here.
  Error.captureStackTrace?.(error, entrance);
  return handled(error);
}

// Whoever awaits it gets the error. Marked as handled, so that a second kernel that fails while the
// first is awaited does not end the process.
function handled(error: KernelError): Promise<never> {
  const rejected = Promise.reject(error);
  rejected.catch(() => {});
  return rejected;
}
