import { isDev } from './backend';
import { isChecking } from './check-kernels';
import { checkSettings, isFunction, isMistake } from './check-settings';
import { heldConstants } from './compiled-kernels';
import type { EngineResult } from './engine';
import type { Mistake } from './kernel-error';
import { type CallSite, callSite } from './learner-code';
import { type Program, programFor } from './programs';
import type { KernelMistake } from './reading';
import { isFresh } from './second-opinion';
import { recall, remember } from './recent-kernels';
import { ReadyKernel, sharedKernel } from './ready-kernel';
import { kernelError, rejected } from './rejection';
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
  // While kernels are checked, each of them has to know its own place; on dev, its own function.
  const source = isChecking() || isDev() ? undefined : String(kernel);
  const known = source === undefined ? undefined : recall(source, settings);
  if (known !== undefined) return known as Kernel<Parameters, Output>;
  const handle = prepare(kernel, settings, () => callSite(createKernel));
  // The one cast: types cannot follow arguments into a compiled kernel. Bound rather than wrapped, so
  // that the learner's own line stands above `launch` on the stack.
  const launch = handle.launch.bind(handle);
  if (source !== undefined && handle instanceof ReadyKernel) remember(source, settings, launch);
  return launch as unknown as Kernel<Parameters, Output>;
}

interface Handle {
  launch(...values: unknown[]): Promise<EngineResult>;
}

function prepare(kernel: unknown, settings: unknown, site: () => CallSite): Handle {
  if (!isFunction(kernel)) {
    const words = 'createKernel needs a function that computes the value of one thread.';
    const advice = 'Put it first: gpu.createKernel(function (values: number[]) { … }, { output: [n] }).';
    return new Refusal({ rule: 'no-kernel', words, advice }, site());
  }
  const checked = checkSettings(settings);
  if (isMistake(checked)) return new Refusal(checked, site());
  const program = programFor(kernel, checked.functions, checked.constants);
  const [mistake] = program.reading.mistakes;
  if (mistake !== undefined) return new Refusal(mistake, site(), program);
  const constants = heldConstants(program, checked.constants);
  if (isDev() || (isChecking() && isFresh(program))) {
    return new ReadyKernel(program, kernel, constants, checked.output, site());
  }
  // A stack takes longer than all the rest here; without checks the place of a failing call has to do, and
  // asking for the same kernel again gives the same one, ready for the arguments that it has seen.
  return sharedKernel(program, constants, checked.output);
}

/** A kernel that cannot run, and says why at each call. */
class Refusal implements Handle {
  constructor(
    private readonly mistake: Mistake | KernelMistake,
    private readonly site: CallSite,
    private readonly program?: Program,
  ) {}

  launch(): Promise<EngineResult> {
    return rejected(kernelError(this.mistake, this.site, this.launch, this.program));
  }
}
