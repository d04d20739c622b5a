/** What went wrong with the machine that grades, in a sentence. It says nothing about a submission. */
export class MachineTrouble extends Error {
  override readonly name = 'MachineTrouble';
}
