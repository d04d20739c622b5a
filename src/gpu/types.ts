import type { Matrix } from '#kit/data';

/** Where kernels run. `cpu` and `webasm` need nothing but JavaScript; `dev` runs the plain function, for a debugger. */
export type Backend = 'cpu' | 'webasm' | 'webgl2' | 'webgpu' | 'dev';

/** `[threads]` for a column of results, `[columns, rows]` for a table of results. */
export type OutputSize = readonly [threads: number] | readonly [columns: number, rows: number];

/** What a kernel's parameter may be declared as: a number, a column, or a table indexed `x[row][column]`. */
export type KernelParameter = number | ArrayLike<number> | ArrayLike<ArrayLike<number>>;

/** What to pass for a parameter: a number, any list of numbers, or a Matrix (a list of rows works too). */
export type KernelArgument<Parameter> = Parameter extends number
  ? number
  : Parameter extends ArrayLike<ArrayLike<number>>
    ? Matrix | readonly ArrayLike<number>[]
    : Parameter extends ArrayLike<number>
      ? ArrayLike<number>
      : never;

/** Constants by name: numbers, columns and tables. They are copied when the kernel is created. */
export type KernelConstants = Readonly<
  Record<string, number | ArrayLike<number> | Matrix | readonly ArrayLike<number>[]>
>;

/** How the kernel sees its constants: a column as `number[]`, a table as `number[][]`. */
export type ConstantsInside<Constants> = {
  readonly [Name in keyof Constants]: Constants[Name] extends number
    ? number
    : Constants[Name] extends Matrix | readonly ArrayLike<number>[]
      ? number[][]
      : number[];
};

/** `this` inside a kernel. */
export interface KernelThis<Constants> {
  /** Which thread this is: `x` counts columns (or the only dimension), `y` counts rows. */
  readonly thread: { readonly x: number; readonly y: number; readonly z: number };
  /** How many threads there are in each direction. */
  readonly output: { readonly x: number; readonly y: number; readonly z: number };
  readonly constants: ConstantsInside<Constants>;
}

export interface KernelSettings<Output extends OutputSize, Constants extends KernelConstants> {
  /** `[threads]`, or `[columns, rows]`: one thread for each value of the result. */
  readonly output: Output;
  readonly constants?: Constants;
  /** Helper functions that the kernel calls. */
  readonly functions?: readonly KernelHelper[];
}

/** A function that a kernel may call when it is listed in `functions`. */
export type KernelHelper = (...values: never[]) => number;

/** A `Float32Array` for `[threads]`, a `Matrix` for `[columns, rows]`; new at every call. */
export type KernelResult<Output extends OutputSize> = Output extends readonly [number, number]
  ? Matrix
  : Float32Array;

/** A kernel to call. It rejects with a `KernelError`; it never throws. */
export type Kernel<Parameters extends readonly KernelParameter[], Output extends OutputSize> = (
  ...values: { [Index in keyof Parameters]: KernelArgument<Parameters[Index]> }
) => Promise<KernelResult<Output>>;
