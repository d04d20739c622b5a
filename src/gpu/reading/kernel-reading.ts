/** One thing that gpu.js cannot do, or does silently wrong, found in a kernel's source. */
export interface KernelMistake {
  /** A stable name for tests and links, such as 'outer-variable' or 'open-loop'. */
  readonly rule: string;
  /** What is wrong, in one plain sentence that names the learner's own names. */
  readonly words: string;
  /** What to write instead, in one plain sentence. */
  readonly advice: string;
  /** Where, as offsets into `KernelReading.original`. */
  readonly start: number;
  readonly end: number;
  /** The helper in whose source `start` and `end` count; absent: in the kernel's own. */
  readonly helper?: string;
}

export interface KernelParameter {
  readonly name: string;
  /** How many subscripts the kernel puts behind it: 0 a number, 1 a column, 2 a table; undefined: never used. */
  readonly dimensions: number | undefined;
}

/** What one look at a kernel's source tells. */
export interface KernelReading {
  /** `kernel.toString()` as it was. */
  readonly original: string;
  /** The source to hand to gpu.js: the original without what a transpiler has added. */
  readonly source: string;
  readonly parameters: readonly KernelParameter[];
  /** In the order of the source; empty for a kernel that gpu.js can run. */
  readonly mistakes: readonly KernelMistake[];
  /** Sources of the helpers as gpu.js should get them, by name. */
  readonly helpers: Readonly<Record<string, string>>;
  /** Whether what the kernel is handed decides which entries it reads, as in `p[q[i]]`. */
  readonly indexesByData: boolean;
  /** Whether it computes nothing: what it returns are values that it was handed, perhaps in another order. */
  readonly copies: boolean;
}

/** What a kernel may use beside its parameters. */
export interface KernelSurroundings {
  readonly constants: readonly string[];
  /** Sources of the helpers listed in `functions`, by name. */
  readonly functions: Readonly<Record<string, string>>;
  /** Those of the constants that are plain numbers with a fraction, where their values are known. */
  readonly fractions?: readonly string[];
}

/** One launch of a kernel, as plain data. */
export interface PlainLaunch {
  readonly arguments: readonly PlainArgument[];
  readonly constants: Readonly<Record<string, PlainArgument>>;
  /** [columns], [columns, rows] or [columns, rows, layers], as gpu.js takes it. */
  readonly output: readonly number[];
}

/** A number, a column, or a table with `at[row][column]` = data[row * columns + column]. */
export type PlainArgument =
  | number
  | ArrayLike<number>
  | { readonly rows: number; readonly columns: number; readonly data: ArrayLike<number> };

/** What one thread does, followed step by step in float64. */
export interface ThreadTrace {
  readonly value: number;
  /**
   * How far a float32 backend may end from `value` by honest rounding. Infinity where rounding alone
   * may decide a branch, an index or a whole number, so that nothing can be said.
   */
  readonly roundingBound: number;
  /** How many values of array arguments and array constants the thread read. */
  readonly reads: number;
  /** How many rounds of loops and calls of helpers it took to follow the thread. */
  readonly steps: number;
  /** The first read outside an array, if any, as a mistake in words (rule 'outside-read'). */
  readonly outside: KernelMistake | undefined;
  /** Why the thread could not be followed to its end, if so: too many rounds, or code beyond the reader. */
  readonly unfinished?: string;
  /** Set when its loops went on beyond the limit. */
  readonly endless?: true;
  /** Set when whole numbers left 32 bits, where compiled kernels may wrap around. */
  readonly wrapped?: true;
}

/** A thread's place in the output, as in `this.thread`. */
export interface ThreadPlace {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}
