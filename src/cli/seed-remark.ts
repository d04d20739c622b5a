import { UsageError } from './arguments';

/** Fewer characters are soon found by trial, by anybody who has a page of results. */
const LONG = 12;

/**
 * What to say of a secret that somebody could guess; nothing of one that is long.
 * @throws UsageError for one that is empty
 */
export function seedRemark(seed: string): string | undefined {
  if (seed.trim() === '')
    throw new UsageError('--seed takes a text that nobody can guess, and this one is empty.');
  if (seed.trim().length >= LONG) return undefined;
  return (
    `The seed has fewer than ${LONG} characters. Who guesses it knows the data of every test: for grades that count, ` +
    'choose a longer one, or none, and a new one is drawn.'
  );
}
