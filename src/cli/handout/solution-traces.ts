/** Shorter ones are written by anybody. In characters, without spaces. */
const LEAST_COMMENT = 20;
const LEAST_PAIR = 40;
const LEAST_LINE = 70;

const COMMENT = /^(?:\/\/|\/\*\*?|\*\/?)/;

/**
 * What a text can be known by that has taken something from a solution: lines of its comments, long lines of
 * its code, and pairs of shorter ones; without spaces.
 * @param given what a student gets anyway, `squeezed`
 */
export function solutionTraces(solution: string, given: string): string[] {
  const lines = solution.split('\n').map((line) => line.trim());
  const isOwn = (line: string) => /\w/.test(line) && !given.includes(line);
  const comments = lines
    .filter((line) => COMMENT.test(line))
    .map((line) => squeezed(line.replace(COMMENT, '').replace(/\*\/$/, '')))
    .filter((line) => line.length >= LEAST_COMMENT && isOwn(line));
  const code = lines.filter((line) => !COMMENT.test(line) && !/^import\b/.test(line)).map(squeezed);
  const long = code.filter((line) => line.length >= LEAST_LINE && isOwn(line));
  const pairs = code.flatMap((line, index) => {
    const next = code[index + 1] ?? '';
    return isOwn(line) && isOwn(next) && line.length + next.length >= LEAST_PAIR ? [line + next] : [];
  });
  return [...comments, ...long, ...pairs];
}

/** Without spaces, so that another layout hides nothing. */
export function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
