import { GPU } from 'gpu.js';
import {
  prepareThread,
  readKernel,
  type KernelReading,
  type PlainLaunch,
  type ThreadTrace,
} from '../../../src/gpu/reading';

/** A kernel with everything that it takes to run it. */
export interface KernelCase {
  /** Runs as gpu.js by itself would, which stops loops after 1,000 rounds. */
  readonly loopsAsTheyAre?: true;
  readonly source: string;
  readonly arguments?: readonly CaseArgument[];
  readonly constants?: Readonly<Record<string, CaseArgument>>;
  readonly functions?: Readonly<Record<string, string>>;
  readonly output?: readonly number[];
}

export type CaseArgument = number | readonly number[] | readonly (readonly number[])[];

const engines = { cpu: new GPU({ mode: 'cpu' }), webasm: new GPU({ mode: 'webasm' }) };

/** Reads a case's source. */
export function read(kernel: KernelCase): KernelReading {
  const fractions = Object.entries(kernel.constants ?? {})
    .filter(([, value]) => typeof value === 'number' && !Number.isInteger(value))
    .map(([name]) => name);
  const constants = Object.keys(kernel.constants ?? {});
  return readKernel(kernel.source, { constants, functions: kernel.functions ?? {}, fractions });
}

/** Runs a case on gpu.js itself, and gives the numbers of all threads in order. */
export function runOn(backend: 'cpu' | 'webasm', kernel: KernelCase, reading = read(kernel)): number[] {
  const { output = [5] } = kernel;
  const functions = Object.values(reading.helpers).map((source) => makeFunction(source));
  const run = engines[backend].createKernel(reading.source as never, {
    output: [...output],
    // As the runtime does; the reader names the loops that gpu.js alone would cut off.
    ...(kernel.loopsAsTheyAre ? {} : { loopMaxIterations: 2 ** 31 - 1 }),
    ...(kernel.constants ? { constants: kernel.constants as never } : {}),
    ...(functions.length > 0 ? { functions: functions as never } : {}),
  });
  try {
    const result = run(...((kernel.arguments ?? []) as never[])) as unknown as Float32Array | Float32Array[];
    return Array.isArray(result) ? result.flatMap((row) => [...row]) : [...result];
  } finally {
    run.destroy();
  }
}

/** Makes a function from its source. */
export function makeFunction(source: string): (...values: unknown[]) => unknown {
  return new Function(`return (${source})`)() as (...values: unknown[]) => unknown;
}

/** The launch of a case, as plain data. */
export function launchOf(kernel: KernelCase): PlainLaunch {
  const constants = Object.entries(kernel.constants ?? {}).map(
    ([name, value]) => [name, plain(value)] as const,
  );
  return {
    arguments: (kernel.arguments ?? []).map(plain),
    constants: Object.fromEntries(constants),
    output: kernel.output ?? [5],
  };
}

function plain(value: CaseArgument): PlainLaunch['arguments'][number] {
  if (typeof value === 'number') return value;
  const [first] = value;
  if (typeof first === 'number' || first === undefined) return value as readonly number[];
  const rows = value as readonly (readonly number[])[];
  return { rows: rows.length, columns: first.length, data: rows.flat() };
}

/** Every thread of a case, in the order of its results. */
export function threadsOf(kernel: KernelCase): { x: number; y: number; z: number }[] {
  const [columns = 1, rows = 1] = kernel.output ?? [5];
  return Array.from({ length: columns * rows }, (_, at) => ({
    x: at % columns,
    y: Math.floor(at / columns),
    z: 0,
  }));
}

/** Follows every thread of a case. */
export function followAll(kernel: KernelCase): ThreadTrace[] {
  const follow = prepareThread(
    { original: kernel.source },
    {
      constants: Object.keys(kernel.constants ?? {}),
      functions: kernel.functions ?? {},
    },
  );
  const launch = launchOf(kernel);
  return threadsOf(kernel).map((thread) => follow(launch, thread));
}

/** What is wrong between the two backends and the followed threads; undefined when they agree. */
export function disagreement(
  kernel: KernelCase,
  reading = read(kernel),
  traces = followAll(kernel),
): string | undefined {
  const cpu = runOn('cpu', kernel, reading);
  const webasm = runOn('webasm', kernel, reading);
  for (const [index, trace] of traces.entries()) {
    const { value, roundingBound, outside, unfinished } = trace;
    if (unfinished !== undefined || outside) return `thread ${index}: ${unfinished ?? outside?.words}`;
    const [a = NaN, b = NaN] = [cpu[index], webasm[index]];
    const expected = Math.fround(value);
    if (!isNear(a, expected, 2 * roundingBound)) return `thread ${index}: cpu ${a}, followed ${expected}`;
    if (!isNear(a, b, 2 * roundingBound + 1e-37)) {
      return `thread ${index}: cpu ${a}, webasm ${b}, bound ${roundingBound}`;
    }
  }
  return undefined;
}

function isNear(a: number, b: number, bound: number): boolean {
  return Object.is(a, b) || a === b || bound === Infinity || Math.abs(a - b) <= bound;
}
