import { createHmac, randomBytes, scryptSync } from 'node:crypto';

/** What decides all random data of a grading. Nobody who is graded may know it. */
export type Secret = string;

export function newSecret(): Secret {
  return randomBytes(16).toString('hex');
}

/** The seed of a lesson, the same for everybody who is graded with this secret. fast-check takes 32 bits. */
export function seedFor(secret: Secret, lesson: string): number {
  return createHmac('sha256', secret).update(lesson).digest().readInt32LE(0);
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
