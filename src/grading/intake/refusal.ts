import { ENTRIES } from './limits';

/** Something handed in that is not taken; the message says why, in a sentence. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Why it is not taken. What the disk says stands in it as its code alone: `cannot be read (EACCES)`. */
export function reasonOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return `It cannot be read${code === undefined ? '' : ` (${code})`}.`;
}

export function tooMany(): Refusal {
  return new Refusal(`The archive has more than ${ENTRIES.toLocaleString('en-US')} entries.`);
}
