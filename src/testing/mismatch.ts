import type { Comparison } from './comparison';

export interface MismatchValues {
  readonly expected?: string;
  readonly got?: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly comparison?: Comparison;
}

/** A check of a test that does not hold, with what is needed to tell a learner. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch';
  readonly expected: string | undefined;
  readonly got: string | undefined;
  readonly data: Readonly<Record<string, string>> | undefined;
  readonly comparison: Comparison | undefined;

  /**
   * @param sentence what is wrong, in one sentence.
   * @param values what should have been and what was, and the data that shows it, as short code.
   */
  constructor(sentence: string, values: MismatchValues = {}) {
    super(sentence);
    this.expected = values.expected;
    this.got = values.got;
    this.data = values.data;
    this.comparison = values.comparison;
  }
}
