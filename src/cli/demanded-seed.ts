import { UsageError } from './arguments';

/** Fewer are soon found by trial, by anybody who has a page of results. */
const LEAST = 12;

/** @throws UsageError for a secret that is none */
export function demandedSeed(seed: string): string {
  if (seed.trim().length >= LEAST) return seed;
  throw new UsageError(
    `This seed has fewer than ${LEAST} characters. Who guesses it knows the data of every test: choose a longer one, ` +
      'or none, and a new one is drawn.',
  );
}
