import type { Binding } from './bindings';
import { compileBlock, Ending } from './compile-statement';
import type { Evaluate, Frame } from './compile-expression';
import type {
  KernelReading,
  KernelSurroundings,
  PlainLaunch,
  ThreadPlace,
  ThreadTrace,
} from './kernel-reading';
import { lookAt, type Look } from './look';
import { parseKernel } from './parse-kernel';
import { ofInput, unit } from './rounding';
import { CannotFollow, Machine, TooManyRounds, viewOf } from './thread-machine';

/** Runs one thread of one launch in plain JavaScript. */
export type FollowThread = (launch: PlainLaunch, thread: ThreadPlace) => ThreadTrace;

const mostRounds = 1_000_000;

/**
 * Prepares a kernel for being followed thread by thread, in float64, with a bound for what float32 would
 * make of it. Prepare once; each thread then costs under a microsecond per loop round. Neither preparing
 * nor following throws: where the code is beyond it, the trace says so.
 */
export function prepareThread(
  reading: Pick<KernelReading, 'original'>,
  surroundings: KernelSurroundings,
  roundLimit = mostRounds,
): FollowThread {
  try {
    return compileKernel(reading.original, surroundings, roundLimit);
  } catch (error) {
    const unfinished = reason(error);
    return () => ({
      value: NaN,
      roundingBound: Infinity,
      reads: 0,
      steps: 0,
      outside: undefined,
      unfinished,
    });
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function compileKernel(source: string, surroundings: KernelSurroundings, roundLimit: number): FollowThread {
  const slots = new Map<Binding, number>();
  let slotCount = 0;
  const constantNames: string[] = [];
  const compiled = new Map<string, ReturnType<Frame['helper']>>();

  const frameOf = (look: Look): Frame => ({
    look,
    slotOf(binding) {
      const known = slots.get(binding);
      if (known !== undefined) return known;
      const slot = slotCount;
      slots.set(binding, slot);
      slotCount += binding.arrayLength ?? 1;
      return slot;
    },
    constantIndex(name) {
      const known = constantNames.indexOf(name);
      return known >= 0 ? known : constantNames.push(name) - 1;
    },
    helper(name) {
      if (compiled.has(name)) return compiled.get(name);
      const helperSource = Object.hasOwn(surroundings.functions, name)
        ? surroundings.functions[name]
        : undefined;
      if (helperSource === undefined) return undefined;
      // While it is compiled it cannot be found: a helper that calls itself is not followed.
      compiled.set(name, undefined);
      const body = compileFunction(frameOf(lookInto(helperSource, surroundings, name)));
      compiled.set(name, body);
      return body;
    },
  });

  const kernel = compileFunction(frameOf(lookInto(source, surroundings, undefined)));
  const machine = new Machine(slotCount, roundLimit);
  let current: PlainLaunch | undefined;

  return (launch, thread) => {
    machine.start(launch, thread);
    if (launch !== current) {
      current = launch;
      machine.arguments = kernel.names.map((name, index) => viewOf(name, launch.arguments[index]));
      machine.constants = constantNames.map((name) =>
        viewOf(`this.constants.${name}`, launch.constants[name]),
      );
    }
    kernel.slots.forEach((slot, index) => {
      const view = machine.arguments[index];
      machine.values[slot] = view?.value ?? NaN;
      machine.bounds[slot] = view?.dimensions === 0 ? ofInput(view.value) : Infinity;
    });
    let unfinished: string | undefined;
    let endless = false;
    let value = NaN;
    try {
      value = kernel.run(machine);
    } catch (error) {
      unfinished = reason(error);
      endless = error instanceof TooManyRounds;
    }
    const { reads, steps, outside, wrapped } = machine;
    const isKnown = unfinished === undefined && !machine.lost;
    // The cpu backend rounds its float64 result too.
    const own = Math.fround(value) === value || value !== value ? 0 : unit * Math.abs(value);
    const roundingBound = isKnown ? machine.bound + own : Infinity;
    return {
      value,
      roundingBound,
      reads,
      steps,
      outside,
      ...(unfinished === undefined ? {} : { unfinished }),
      ...(endless ? { endless } : {}),
      ...(wrapped ? { wrapped } : {}),
    };
  };
}

function lookInto(source: string, surroundings: KernelSurroundings, helper: string | undefined): Look {
  const parsed = parseKernel(source);
  if (typeof parsed === 'string') throw new CannotFollow('cannot follow code that is not a plain function');
  return lookAt(source, parsed, surroundings, helper);
}

interface CompiledFunction {
  readonly names: readonly string[];
  readonly slots: readonly number[];
  readonly run: Evaluate;
}

function compileFunction(frame: Frame): CompiledFunction {
  const fn = frame.look.function;
  const { all } = frame.look.bindings;
  const parameters = fn.params.map((each) => {
    const binding = all.find((known) => known.id === each);
    if (!binding) throw new CannotFollow('cannot follow parameters that are not plain names');
    return binding;
  });
  if (fn.body.type !== 'BlockStatement') throw new CannotFollow('cannot follow an arrow function');
  const slots = parameters.map((each) => frame.slotOf(each));
  const body = compileBlock(frame, fn.body.body);
  return {
    names: parameters.map((each) => each.name),
    slots,
    run(machine) {
      const ending = body(machine);
      machine.bound = ending === Ending.Return ? machine.resultBound : Infinity;
      return ending === Ending.Return ? machine.result : NaN;
    },
  };
}
