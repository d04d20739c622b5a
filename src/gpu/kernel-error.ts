import type { CodePlace } from './learner-code';

/** A mistake in words, before it is known where. */
export interface Mistake {
  readonly rule: string;
  /** What is wrong, in one sentence. */
  readonly words: string;
  /** What to write instead, in one sentence. */
  readonly advice: string;
}

/** Something is wrong with a kernel, or with the way it is called. `message` says it all in a few lines. */
export class KernelError extends Error {
  override readonly name = 'KernelError';
  /** A stable name for the mistake, such as 'outer-variable'. */
  readonly rule: string;
  readonly words: string;
  readonly advice: string;
  /** Your file, where it is known. */
  readonly file?: string;
  /** The line in your file, from 1. */
  readonly line?: number;
  /** That line as you wrote it, without the space around it. */
  readonly code?: string;

  /** @param cause gpu.js's own error, where there was one. */
  constructor(mistake: Mistake, place: CodePlace | undefined, cause?: unknown) {
    super(compose(mistake, place, cause), cause === undefined ? undefined : { cause });
    this.rule = mistake.rule;
    this.words = mistake.words;
    this.advice = mistake.advice;
    if (place !== undefined) {
      this.file = place.file;
      this.line = place.line;
      if (place.code !== undefined) this.code = place.code;
    }
  }
}

function compose(mistake: Mistake, place: CodePlace | undefined, cause: unknown): string {
  const lines = [mistake.words, mistake.advice];
  if (place !== undefined) {
    lines.push(`${place.shownFile}, line ${place.line}${place.code === undefined ? '' : `:  ${place.code}`}`);
  }
  if (cause !== undefined) {
    lines.push(`gpu.js says: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  return lines.filter((line) => line !== '').join('\n');
}
