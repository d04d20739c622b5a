/** What a student handed in, as far as it is looked at: the exercises, by the names of their lessons. */
export interface Submission {
  /** The name of its folder or archive, without the ending, made safe for a file. No two in one run have the same. */
  readonly name: string;
  /** That name as it was, where it had to be changed: to be shown, and for nothing else. */
  readonly handedInAs?: string;
  /** Why nothing of it can be graded, in a sentence. */
  readonly trouble?: string;
  readonly exercises: Readonly<Record<string, HandedIn>>;
}

/** The text of one `exercise.ts`, or, in a sentence, why it is not taken. */
export type HandedIn = { readonly text: string } | { readonly trouble: string };
