import { createHash, createHmac, randomBytes } from 'node:crypto';

/** What decides all random data of a grading. Nobody who is graded may know it. */
export type Secret = string;

export function newSecret(): Secret {
  return randomBytes(16).toString('hex');
}

/** The seed of a lesson, the same for everybody who is graded with this secret. fast-check takes 32 bits. */
export function seedFor(secret: Secret, lesson: string): number {
  return createHmac('sha256', secret).update(lesson).digest().readInt32LE(0);
}

/** Tells one secret from another, and nothing else about it. */
export function fingerprint(secret: Secret): string {
  return createHash('sha256').update(`fingerprint of ${secret}`).digest('hex').slice(0, 12);
}
