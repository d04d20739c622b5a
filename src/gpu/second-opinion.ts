import { type CompiledKernel, compiledFor, engineValue } from './compiled-kernels';
import { type EngineResult, numbersOf } from './engine';
import type { Mistake } from './kernel-error';
import { copyOf, sizesOf } from './plain-value';
import type { Program } from './programs';
import { isBeyondRounding, isNear } from './judgement';
import type { KernelMistake, PlainArgument } from './reading';
import { mostRounds, type Threads, threadsOf, wellChosen } from './threads';
import type { Backend, OutputSize } from './types';

// A kernel's first launches, then launches with sizes that it has not had, up to a limit: by then it
// has shown what it does.
const firstLaunches = 2;
const mostLaunches = 8;
const mostLaunchesPerProgram = 16;

// How long following threads in plain JavaScript may take for one launch, in milliseconds.
const followingTime = 4;
const judgingTime = 6;

interface Seen {
  count: number;
  readonly sizes: Set<string>;
}

const seen = new WeakMap<object, Seen>();

/** Whether kernels of this program are still looked at, or have shown by now what they do. */
export function isFresh(program: Program): boolean {
  return seenOf(program).count < mostLaunchesPerProgram;
}

/** Whether this launch deserves a check by a second backend. */
export function deservesCheck(
  kernel: CompiledKernel,
  values: readonly PlainArgument[],
  output: OutputSize,
): boolean {
  const { count, sizes } = seenOf(kernel);
  if (count >= mostLaunches || !isFresh(kernel.program)) return false;
  return count < firstLaunches || !sizes.has(sizesIn(values, output));
}

/** Counts a launch that was found right. */
export function countCheck(
  kernel: CompiledKernel,
  values: readonly PlainArgument[],
  output: OutputSize,
): void {
  seenOf(kernel).count += 1;
  seenOf(kernel).sizes.add(sizesIn(values, output));
  seenOf(kernel.program).count += 1;
}

/** What was found wrong once is looked at each time from now on. */
export function countMistake(kernel: CompiledKernel): void {
  seenOf(kernel).count = -Infinity;
  seenOf(kernel.program).count = -Infinity;
}

function sizesIn(values: readonly PlainArgument[], output: OutputSize): string {
  return `${output.join()}:${values.map((value) => sizesOf(value).join('×')).join()}`;
}

function seenOf(key: object): Seen {
  const known = seen.get(key) ?? { count: 0, sizes: new Set() };
  seen.set(key, known);
  return known;
}

/** A launch that is looked at twice. The arguments are copied: the caller's arrays stay out of it. */
export class SecondOpinion {
  private readonly values: readonly PlainArgument[];
  private readonly threads: Threads;

  constructor(
    private readonly kernel: CompiledKernel,
    values: readonly PlainArgument[],
    private readonly output: OutputSize,
  ) {
    this.values = values.map(copyOf);
    this.threads = threadsOf(kernel.program, kernel.constants, this.values, output);
  }

  /** The first read outside an array, or a loop without an end, as far as a few threads show it. */
  mistakeOfThread(): Mistake | KernelMistake | undefined {
    const stop = performance.now() + followingTime;
    for (const thread of wellChosen(this.output)) {
      const { outside, endless } = this.threads.follow(thread);
      if (outside !== undefined) return outside;
      if (endless) return endlessInWords(this.threads.nameOf(thread));
      if (performance.now() > stop) break;
    }
    return undefined;
  }

  /** What another backend says against `result`, if rounding cannot explain it. */
  disagreement(result: EngineResult): Mistake | KernelMistake | undefined {
    const { program, constants, backend } = this.kernel;
    // dev computes as cpu does, and is judged alike.
    const other: Backend = backend === 'cpu' || backend === 'dev' ? 'webasm' : 'cpu';
    let second: EngineResult | Promise<EngineResult>;
    try {
      const twin = compiledFor(program, constants, other, this.output, this.values);
      second = twin.engine(this.values.map(engineValue), this.output, program.kernel);
    } catch {
      // What only the other backend cannot do is no mistake here.
      return undefined;
    }
    return second instanceof Promise ? undefined : this.judge(numbersOf(result), numbersOf(second), other);
  }

  private judge(
    ours: Float32Array,
    theirs: Float32Array,
    other: Backend,
  ): Mistake | KernelMistake | undefined {
    const stop = performance.now() + judgingTime;
    for (const thread of suspicious(ours, theirs)) {
      const trace = this.threads.follow(thread);
      if (trace.outside !== undefined) return trace.outside;
      const a = ours[thread]!;
      const b = theirs[thread]!;
      if (trace.wrapped) return wrappedInWords(this.threads.nameOf(thread));
      if (isBeyondRounding(a, b, trace)) {
        return disagreementInWords(this.kernel.backend, other, this.threads.nameOf(thread), a, b);
      }
      if (performance.now() > stop) break;
    }
    return undefined;
  }
}

function endlessInWords(thread: string): Mistake {
  return {
    rule: 'endless-loop',
    words: `${thread} is still in a loop after ${mostRounds.toLocaleString('en-US')} rounds.`,
    advice: "Look at the loop's condition and at its step: does it ever come to an end?",
  };
}

function wrappedInWords(thread: string): Mistake {
  return {
    rule: 'whole-overflow',
    words: `${thread} computes with whole numbers beyond 2,147,483,647, where compiled kernels begin again from below.`,
    advice: 'Hand one of the numbers over as an argument: arguments are not computed as whole numbers.',
  };
}

function disagreementInWords(ours: Backend, other: Backend, thread: string, a: number, b: number): Mistake {
  return {
    rule: 'backends-disagree',
    words: `${thread} gives ${a} on ${ours} and ${b} on ${other}: rounding cannot explain that.`,
    advice: 'Give every variable of the kernel a name of its own, also in loops and inner blocks.',
  };
}

function suspicious(ours: Float32Array, theirs: Float32Array): number[] {
  const found: number[] = [];
  for (let index = 0; index < ours.length; index++) {
    if (!isNear(ours[index]!, theirs[index]!)) found.push(index);
  }
  return found;
}
