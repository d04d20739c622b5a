import type { Evidence } from './evidence';
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
  /** What it computed, row after row: a copy. */
  readonly result: Float32Array;
  /** The columns and tables that it was handed, row after row; known of launches that were confirmed. */
  readonly handed?: readonly ArrayLike<number>[];
  /** Set where the kernel computes nothing: it hands on values that it was given, perhaps in another order. */
  readonly copies?: true;
  /** The most values that one thread reads, where the recording asked for it; after 200,000 rounds of loops, those until then. */
  readonly reads?: number;
  /** Everything that it takes to check it elsewhere, where the recording asked for it. */
  readonly evidence?: Evidence;
}

/** What a recording tells beside sizes and results. */
export interface RecordingOptions {
  /** How many values a thread reads, measured on the first, the middle and the last thread. */
  readonly reads?: boolean;
  /** What `confirmed` needs: sources, and copies of what the kernel was handed. */
  readonly evidence?: boolean;
}

interface Recording extends RecordingOptions {
  readonly launches: Launch[];
}

const recordings = new Set<Recording>();

/**
 * The kernels that are launched while `body` runs, in order, and what it returns. A recording inside
 * another one: the inner launches appear in both.
 */
export async function recordLaunches<Result>(
  body: () => Promise<Result>,
  options: RecordingOptions = {},
): Promise<{ result: Result; launches: Launch[] }> {
  const recording: Recording = { ...options, launches: [] };
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

/** Whether anybody wants to check launches. */
export function isEvidenceWanted(): boolean {
  for (const recording of recordings) if (recording.evidence) return true;
  return false;
}

/** What is measured and kept only where a recording asks for it. */
interface OnDemand {
  readonly reads: () => number;
  readonly evidence: Evidence | undefined;
}

export function record(launch: Launch, { reads, evidence }: OnDemand): void {
  let counted: number | undefined;
  for (const recording of recordings) {
    recording.launches.push({
      ...launch,
      ...(recording.reads && { reads: (counted ??= reads()) }),
      ...(recording.evidence && evidence && { evidence }),
    });
  }
}
