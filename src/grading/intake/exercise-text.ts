import type { HandedIn } from '../submission';
import { EXERCISE_BYTES } from './limits';

export const tooLarge: HandedIn = {
  trouble: `exercise.ts is larger than ${EXERCISE_BYTES / 1024} kB, which no exercise needs.`,
};

/** The text of an exercise, without a byte order mark. */
export function exerciseText(bytes: Uint8Array): HandedIn {
  if (bytes.length > EXERCISE_BYTES) return tooLarge;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { trouble: 'exercise.ts is not in UTF-8. Save it as UTF-8 and hand it in again.' };
  }
}
