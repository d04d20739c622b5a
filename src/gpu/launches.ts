import type { Backend } from './types';

/** One launch of a kernel, as plain data. */
export interface Launch {
  /** The kernel's name; for one without, the beginning of its source. */
  readonly kernel: string;
  /** `[threads]` or `[columns, rows]`. */
  readonly output: readonly number[];
  readonly threads: number;
  readonly backend: Backend;
  /** For each argument `[]` for a number, `[length]` for a column, `[rows, columns]` for a table. */
  readonly argumentSizes: readonly (readonly number[])[];
  /** The most values that one thread reads, where the recording asked for it; after 200,000 rounds of loops, those until then. */
  readonly reads?: number;
}

interface Recording {
  readonly launches: Launch[];
  readonly reads: boolean;
}

const recordings = new Set<Recording>();

/**
 * The kernels that are launched while `body` runs, in order, and what it returns. A recording inside
 * another one: the inner launches appear in both.
 * @param options `reads`: also measure how many values a thread reads, on the first, the middle and the last thread.
 */
export async function recordLaunches<Result>(
  body: () => Promise<Result>,
  options: { readonly reads?: boolean } = {},
): Promise<{ result: Result; launches: Launch[] }> {
  const recording: Recording = { launches: [], reads: options.reads === true };
  recordings.add(recording);
  try {
    const result = await body();
    return { result, launches: recording.launches };
  } finally {
    recordings.delete(recording);
  }
}

/** Whether anybody wants to know about launches. */
export function isRecorded(): boolean {
  return recordings.size > 0;
}

/** @param reads measures the most values that one thread reads; called only where a recording asks for it. */
export function record(launch: Launch, reads: () => number): void {
  let counted: number | undefined;
  for (const recording of recordings) {
    recording.launches.push(recording.reads ? { ...launch, reads: (counted ??= reads()) } : launch);
  }
}
