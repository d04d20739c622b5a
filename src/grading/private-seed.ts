import { createHmac, randomBytes, scryptSync } from 'node:crypto';

/** What decides all random data of a grading. Nobody who is graded may know it. */
export type Secret = string;

export function newSecret(): Secret {
  return randomBytes(16).toString('hex');
}

/**
 * What decides the random data of a lesson, the same wherever it is graded. Whoever hands in again what it was told of
 * them meets other data. fast-check takes 32 bits.
 * @param texts all that the process has been handed in which the lesson is graded: its own exercise is the last
 */
export function seedFor(secret: Secret, lesson: string, texts: readonly string[]): number {
  return createHmac('sha256', secret)
    .update(JSON.stringify([lesson, ...texts]))
    .digest()
    .readInt32LE(0);
}

/** The seed of what is looked at where nobody looks at everything. */
export function samplingSeed(secret: Secret): number {
  return createHmac('sha256', secret).update('what is looked at').digest().readInt32LE(0);
}

/** Tells one secret from another. It stands in every result, so to try secrets out takes long. */
export function fingerprint(secret: Secret): string {
  return scryptSync(secret, 'fingerprint', FINGERPRINT_BYTES).toString('hex');
}

const FINGERPRINT_BYTES = 6;
