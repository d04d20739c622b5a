import type { GradingResult } from '../result';

/** A result as text: what is written as `result.json`. */
export function resultText(result: GradingResult): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

/**
 * The result that a text holds.
 * @throws Error where it is none, or none of a kind that is known here
 */
export function parseResult(text: string): GradingResult {
  const result: unknown = JSON.parse(text);
  if (typeof result !== 'object' || result === null || !('version' in result)) {
    throw new TypeError('This is no result of grading.');
  }
  const known: GradingResult['version'] = 1;
  if (result.version !== known) {
    throw new TypeError(
      `This result is of version ${JSON.stringify(result.version)}; ${known} is known here.`,
    );
  }
  if (!isWhole(result)) throw new TypeError('This result of grading is not complete.');
  return result;
}

/** What is read of it by those that go on from it; the rest is as whoever wrote it has checked. */
function isWhole(result: object): result is GradingResult {
  const { submission, status, score, maxScore, lessons, seedFingerprint } = result as Partial<GradingResult>;
  return (
    typeof submission === 'string' &&
    (status === 'graded' || status === 'error') &&
    typeof score === 'number' &&
    typeof maxScore === 'number' &&
    typeof seedFingerprint === 'string' &&
    Array.isArray(lessons)
  );
}
