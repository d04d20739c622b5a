/** What a check has found out about this machine. */
export interface Finding {
  /** A note: the course runs, but something could be better. Wrong: it cannot run. */
  readonly status: 'right' | 'note' | 'wrong';
  /** In a sentence or two, without the last stop. */
  readonly found: string;
  /** What to do about it, in one sentence. */
  readonly advice?: string;
  /** What was measured, each with its unit in its name. */
  readonly measured?: Readonly<Record<string, number>>;
}

/** A file of this folder. It is loaded only when it is its turn: a package that it needs may not load. */
export interface Check {
  check(): Finding | Promise<Finding>;
}

export const right = (found: string): Finding => ({ status: 'right', found });
export const note = (found: string, advice: string): Finding => ({ status: 'note', found, advice });
export const wrong = (found: string, advice: string): Finding => ({ status: 'wrong', found, advice });
