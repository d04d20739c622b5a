import { exerciseState, fileTrouble, type Lesson } from '#kit/course';
import type { Failure } from '#kit/testing';

/** Why there is no exercise that could be run; nothing where there is one. */
export function absence(lesson: Lesson): Failure | undefined {
  const { exercise, number } = lesson;
  try {
    if (exerciseState(lesson) !== 'missing') return undefined;
    const sentence = `${exercise} is missing. This puts the empty one back:\n\nnpm run reset ${number}`;
    return { kind: 'error', sentence };
  } catch (error) {
    const sentence = fileTrouble(error);
    if (sentence === undefined) throw error;
    return { kind: 'error', sentence };
  }
}
