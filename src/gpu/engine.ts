import { GPU, Input } from 'gpu.js';
import { Matrix } from '#kit/data';
import type { Constants } from './constants';
import { isTable, type PlainTable } from './plain-value';
import type { Backend, OutputSize } from './types';

/** A value as gpu.js takes it. */
export type EngineValue = number | ArrayLike<number> | Input;

export type EngineResult = Float32Array | Matrix;

/** A result's numbers, row after row. */
export function numbersOf(result: EngineResult): Float32Array {
  return result instanceof Float32Array ? result : result.data;
}

/** Everything that gpu.js compiles into a kernel. */
export interface Recipe {
  readonly source: string;
  /** Sources of the helpers, by name. */
  readonly functions: Readonly<Record<string, string>>;
  readonly constants: Constants;
  readonly output: OutputSize;
  readonly backend: Backend;
}

/**
 * A compiled kernel; `output` may differ from call to call, but not in its number of dimensions. Where the
 * same source stands twice in the learner's files, a debugger wants the function that was really called:
 * `dev` runs that one, and other backends do not look at it.
 */
export type Engine = (
  values: readonly EngineValue[],
  output: OutputSize,
  kernel: PlainFunction,
) => EngineResult | Promise<EngineResult>;

/** A kernel as it was written. */
export type PlainFunction = (...values: never[]) => unknown;

/** The requested backend is not there, or gave the work to another one. */
export class BackendMissing extends Error {
  override readonly name = 'BackendMissing';
}

/** A kernel's result is not one number per thread. */
export class NoNumber extends Error {
  override readonly name = 'NoNumber';
}

// What this file uses of gpu.js. Its own types leave results and settings open.
interface BareKernel {
  readonly constructor: { readonly mode?: string };
  output: readonly number[];
  build(...values: readonly EngineValue[]): void;
  run(...values: readonly EngineValue[]): unknown;
  /** On webasm: cuts what came out into rows. */
  _shapeOutput?(data: Float32Array, output: readonly number[], components: number): unknown;
}
interface BareShortcut {
  (...values: readonly EngineValue[]): unknown;
  readonly kernel?: BareKernel;
  setOutput(output: readonly number[]): unknown;
}
interface BareGpu {
  readonly kernels: unknown[];
  createKernel(source: PlainFunction | string, settings: object): BareShortcut;
}

// gpu.js stops a loop that it cannot bound after 1,000 rounds and says nothing. The reader judges loops,
// and what it lets pass must run to its end. A loop that has none is named where kernels are checked; here
// it ends after a moment.
const loopMaxIterations = 2 ** 24;

/** A table in the form that gpu.js takes, to be filled by `refill`. */
export function tableInput(data: ArrayLike<number>, columns: number, rows: number): Input {
  return new Input(asNumbers(data), [columns, rows]);
}

export function isTableInput(value: EngineValue | undefined): value is Input {
  return value instanceof Input;
}

/** Puts another table into an input, which spares a new one for each call. */
export function refill(input: Input, data: ArrayLike<number>, columns: number, rows: number): void {
  input.value = asNumbers(data);
  input.size[0] = columns;
  input.size[1] = rows;
}

/**
 * Compiles for arguments like these.
 * @throws whatever gpu.js throws; BackendMissing when the backend is not there; NoNumber.
 */
export function compile(recipe: Recipe, values: readonly EngineValue[]): Engine {
  switch (recipe.backend) {
    case 'cpu':
    case 'webasm':
      return compileSync(recipe, values);
    case 'dev':
      return compileDev(recipe);
    default:
      return compileGpu(recipe);
  }
}

function compileSync(recipe: Recipe, values: readonly EngineValue[]): Engine {
  const { built: kernel, printed } = quietly(() => {
    const shortcut = openGpu(recipe.backend).createKernel(recipe.source, {
      ...settingsFor(recipe),
      // On cpu it would make gpu.js read tables with the output's width.
      dynamicArguments: recipe.backend === 'webasm',
      // Not dynamicOutput: it would cap loops over this.output.x. Setting `output` works without.
    });
    shortcut.kernel?.build(...values);
    return shortcut.kernel;
  });
  if (kernel?.constructor.mode !== recipe.backend) {
    throw new BackendMissing([recipe.backend, ...printed].join(': '));
  }
  leaveWhole(kernel);
  return (now, output) => {
    if (kernel.output !== output) kernel.output = output;
    return toResult(kernel.run(...now), output);
  };
}

/** Spares webasm cutting a table into rows, which takes five times as long as all the rest where there are many. */
function leaveWhole(kernel: BareKernel): void {
  // gpu.js has no other name for it.
  /* oxlint-disable no-underscore-dangle */
  const cut = kernel._shapeOutput?.bind(kernel);
  if (cut === undefined) return;
  kernel._shapeOutput = (data, output, components) =>
    components === 1 ? data : cut(data, output, components);
  /* oxlint-enable no-underscore-dangle */
}

// gpu-mock, behind the dev backend, runs the function as it is: helpers are simply in scope.
function compileDev(recipe: Recipe): Engine {
  const constants: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(recipe.constants.values)) {
    constants[name] = isTable(value) ? rowsOf(value) : value;
  }
  return (values, output, kernel) =>
    toResult(openGpu('dev').createKernel(kernel, { constants, output })(...values), output);
}

function compileGpu(recipe: Recipe): Engine {
  const gpu = openGpu(recipe.backend);
  const shortcut = gpu.createKernel(recipe.source, {
    ...settingsFor(recipe),
    dynamicArguments: true,
    dynamicOutput: true,
  });
  // The list would keep kernels that the cache has let go.
  gpu.kernels.length = 0;
  const wanted = recipe.backend === 'webgl2' ? 'gpu' : recipe.backend;
  const finish = (result: unknown, output: OutputSize): EngineResult => {
    if (shortcut.kernel?.constructor.mode !== wanted) throw new BackendMissing(recipe.backend);
    return toResult(result, output);
  };
  let current = recipe.output;
  return (values, output) => {
    // A new size costs a graphics backend textures, so it hears of changes only.
    if (current[0] !== output[0] || current[1] !== output[1]) shortcut.setOutput(output);
    current = output;
    const result = shortcut(...values);
    return result instanceof Promise
      ? result.then((value: unknown) => finish(value, output))
      : finish(result, output);
  };
}

function settingsFor(recipe: Recipe): object {
  const constants: Record<string, EngineValue> = {};
  for (const [name, value] of Object.entries(recipe.constants.values)) {
    constants[name] = isTable(value) ? tableInput(value.data, value.columns, value.rows) : value;
  }
  return {
    output: recipe.output,
    constants,
    functions: Object.entries(recipe.functions).map(([name, source]) => ({ source, settings: { name } })),
    loopMaxIterations,
  };
}

const shared = new Map<Backend, BareGpu>();

// A GPU lists every kernel that it made. One for each kernel on the plain backends lets go of kernels
// that nobody uses; a graphics context is too dear for that.
function openGpu(backend: Backend): BareGpu {
  const open = (): BareGpu => {
    try {
      return new GPU({ mode: backend }) as unknown as BareGpu;
    } catch (cause) {
      throw new BackendMissing(backend, { cause });
    }
  };
  if (backend !== 'webgl2' && backend !== 'webgpu') return open();
  const gpu = shared.get(backend) ?? open();
  shared.set(backend, gpu);
  return gpu;
}

// gpu.js prints some of its failures and goes on. Here an error is thrown, and nothing is printed.
function quietly<T>(build: () => T): { built: T; printed: readonly unknown[] } {
  const { error, warn } = console;
  const printed: unknown[] = [];
  console.error = (...words: unknown[]) => printed.push(...words);
  console.warn = console.error;
  try {
    const built = build();
    const failure = printed.find((each) => each instanceof Error);
    if (failure !== undefined) throw failure;
    return { built, printed };
  } finally {
    console.error = error;
    console.warn = warn;
  }
}

function toResult(result: unknown, output: OutputSize): EngineResult {
  if (!(result instanceof Float32Array)) return toMatrix(result, output);
  const [columns, rows] = output;
  return rows === undefined ? result : new Matrix(rows, columns, result);
}

function toMatrix(result: unknown, [columns, rows = 1]: OutputSize): Matrix {
  if (!Array.isArray(result) || !(result[0] instanceof Float32Array)) throw new NoNumber();
  const list: readonly Float32Array[] = result;
  const matrix = new Matrix(rows, columns);
  for (let row = 0; row < rows; row++) matrix.data.set(list[row]!, row * columns);
  return matrix;
}

function rowsOf({ rows, columns, data }: PlainTable): Float64Array[] {
  const flat = Float64Array.from(data);
  return Array.from({ length: rows }, (_, row) => flat.subarray(row * columns, (row + 1) * columns));
}

// gpu.js declares number[], and takes any typed array.
function asNumbers(values: ArrayLike<number>): number[] {
  return values as number[];
}
