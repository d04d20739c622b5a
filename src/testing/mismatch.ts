/** A check of a test that does not hold, with what is needed to tell a learner. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch';
  readonly expected: string | undefined;
  readonly got: string | undefined;

  /**
   * @param sentence what is wrong, in one sentence.
   * @param values what should have been and what was, as short code.
   */
  constructor(sentence: string, values: { readonly expected?: string; readonly got?: string } = {}) {
    super(sentence);
    this.expected = values.expected;
    this.got = values.got;
  }
}
