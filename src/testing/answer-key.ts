/** A wrong implementation: the solution with one mistake, and the sentence that names it. */
export interface Misconception {
  /** 'sample-std' */
  readonly name: string;
  readonly mistake: string;
  readonly module: object;
}

/** What is known about a lesson beside the learner's own code. */
export interface AnswerKey {
  readonly solution: object;
  readonly misconceptions: readonly Misconception[];
  /** The same once more, in modules that nobody has called yet. */
  again(): Promise<AnswerKey>;
}

/** Handed to a run by whoever knows the shelves. @param lesson a lesson's folder, '03-std-scaling' */
export type LoadAnswerKey = (lesson: string) => Promise<AnswerKey>;
