import { withoutComments } from './comments';
import { exerciseCode } from './exercise-code';
import { laidOut, linesOf, type Line } from './lines';
import { matchLines, sameButForNames, type Row } from './match-lines';
import { parsed, type Parsed } from './parse';
import { plainCode } from './plain-code';
import { reasonsIn, type Reason } from './reasons';

/** A decision of the solution: its comment, and the code under it. */
export interface Decision extends Pick<Reason, 'text' | 'code'> {
  /** Whether your code differs there. */
  readonly otherwise: boolean;
}

/** How the code of one exercise differs from the solution's. */
export interface CodeComparison {
  readonly exercise: string;
  /** Absent: the file has no such function of its own, or cannot be read. */
  readonly code: 'same' | 'different' | 'absent';
  /** Line by line, both laid out alike, without comments; none where it is the same. */
  readonly rows: readonly Row[];
  readonly decisions: readonly Decision[];
}

/**
 * A learner's file beside the solution's, exercise by exercise. Layout, comments, names of local variables
 * and the words of errors make no difference.
 *
 * @param exercises their names, in the order of the result
 * @param width how long lines of code may get, if not as in the course
 */
export async function compareCode(
  texts: { readonly yours: string; readonly solution: string },
  exercises: readonly string[],
  width?: number,
): Promise<CodeComparison[]> {
  const [yours, solution] = [parsed(plainCode(texts.yours)), parsed(plainCode(texts.solution))];
  return Promise.all(
    exercises.map((exercise) => compareExercise(exercise, { yours, solution }, exercises, width)),
  );
}

async function compareExercise(
  exercise: string,
  files: { readonly yours: Parsed; readonly solution: Parsed },
  exercises: readonly string[],
  width: number | undefined,
): Promise<CodeComparison> {
  const solution = await codeOf(exercise, files.solution, exercises, width);
  if (solution === undefined) throw new RangeError(`The solution has no function named ${exercise}.`);
  const yours = await codeOf(exercise, files.yours, exercises, width);
  if (yours !== undefined && sameButForNames(yours.lines, solution.lines)) {
    return { exercise, code: 'same', rows: [], decisions: decisions(solution.reasons, []) };
  }
  const rows = matchLines(yours?.lines ?? [], solution.lines);
  const code = yours === undefined ? 'absent' : 'different';
  return { exercise, code, rows, decisions: decisions(solution.reasons, rows) };
}

async function codeOf(
  exercise: string,
  file: Parsed,
  exercises: readonly string[],
  width: number | undefined,
): Promise<{ lines: Line[]; reasons: Reason[] } | undefined> {
  const own = exerciseCode(exercise, exercises, file);
  if (own === undefined) return undefined;
  const { code, comments } = withoutComments(own);
  const text = await laidOut(code, width);
  return { lines: linesOf(text, exercises), reasons: reasonsIn(text, comments) };
}

function decisions(reasons: readonly Reason[], rows: readonly Row[]): Decision[] {
  const changed = changedLines(rows);
  return reasons.map(({ text, code, first, last }) => ({
    text,
    code,
    otherwise: changed.some((line) => first <= line && line <= last),
  }));
}

/** Lines of the solution, counted from 0, that are not yours; where only yours has any, the line before. */
function changedLines(rows: readonly Row[]): number[] {
  let line = -1;
  const before = rows.map(({ solution }) => (solution === undefined ? line : ++line));
  return rows.flatMap(({ same, solution }, index) => {
    if (same) return [];
    return solution !== undefined || !isReplaced(rows, index) ? [before[index]!] : [];
  });
}

/** Whether a line of yours stands where the solution has others. */
function isReplaced(rows: readonly Row[], index: number): boolean {
  const start = rows.findLastIndex(({ same }, each) => same && each < index) + 1;
  const end = rows.findIndex(({ same }, each) => same && each > index);
  return rows.slice(start, end === -1 ? undefined : end).some(({ solution }) => solution !== undefined);
}
