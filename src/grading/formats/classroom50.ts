import { inOneLine } from '../printable';
import type { GradingResult } from '../result';

/** What Classroom 50 knows of a submission, and its result has to repeat. None of it may be empty. */
export interface Classroom50Submission {
  readonly classroom: string;
  readonly assignment: string;
  readonly assignmentType: (typeof TYPES)[number];
  /** Login of whoever owns the repository. */
  readonly owner: string;
  /** The tag that was graded: submit/… */
  readonly submission: string;
  /** Addresses of the commit, of its release, and of what was changed. */
  readonly commit: string;
  readonly release: string;
  readonly review: string;
  /** Stays the same however often it is graded: whether it was late must not depend on that. */
  readonly submitted: Date;
  readonly graded: Date;
}

/**
 * What the runner of Classroom 50 tells in its environment. Where grading runs without it, the submission's own
 * name and `elsewhere` stand for what only the runner knows.
 */
export function classroom50Submission(
  environment: Readonly<Record<string, string | undefined>>,
  { submission: name }: GradingResult,
  now: Date,
): Classroom50Submission {
  // A variable alone means little: some systems call whoever is at the keyboard USERNAME.
  const known = environment['CLASSROOM'] && environment['SUBMISSION_TAG'] ? environment : {};
  const { COMMIT_URL = 'elsewhere', RELEASE_URL = 'elsewhere', MODE } = known;
  const submission = known['SUBMISSION_TAG'] ?? `submit/${name}`;
  return {
    classroom: known['CLASSROOM'] ?? 'elsewhere',
    assignment: known['ASSIGNMENT'] ?? 'common-scale',
    assignmentType: TYPES.find((type) => type === MODE) ?? 'individual',
    owner: known['USERNAME'] ?? name,
    submission,
    commit: COMMIT_URL,
    release: RELEASE_URL,
    // Empty where there is nothing that the commit could be compared with.
    review: known['REVIEW_URL'] || COMMIT_URL,
    submitted: timeIn(submission) ?? now,
    graded: now,
  };
}

/** Its tags tell when something was submitted: submit/20260102T030405Z-abc1234. */
function timeIn(tag: string): Date | undefined {
  const [, date, time] = /^submit\/(\d{4}-?\d\d-?\d\d)T?-?(\d\d[:-]?\d\d[:-]?\d\d)Z?-/.exec(tag) ?? [];
  const digits = `${date}${time}`.replaceAll(/\D/g, '');
  const found = new Date(digits.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z'));
  return Number.isNaN(found.getTime()) ? undefined : found;
}

const TYPES = ['individual', 'group'] as const;

/**
 * `result.json` as Classroom 50 reads it, `classroom50/result/v1`, with a test for each task. It takes whole
 * points only, and all of ours are.
 * https://github.com/foundation50/classroom50/blob/main/schemas/result-v1.schema.json
 */
export function classroom50(result: GradingResult, about: Classroom50Submission): string {
  const { status, trouble, score, maxScore, lessons } = result;
  const tasks = lessons.flatMap((lesson) =>
    lesson.tasks.map((task) => ({
      'test-name': `${lesson.title}: ${task.name}`,
      passed: task.score === task.maxScore,
      score: task.score,
      'max-score': task.maxScore,
    })),
  );
  // Without a test that fails it would read as a submission that nobody wanted to grade.
  const ungraded = {
    'test-name': `Nothing could be graded. ${inOneLine(trouble ?? '')}`.trim(),
    passed: false,
    score: 0,
    'max-score': maxScore,
  };
  return `${JSON.stringify(
    {
      schema: 'classroom50/result/v1',
      classroom: about.classroom,
      assignment: about.assignment,
      assignment_type: about.assignmentType,
      owner: about.owner,
      submission: about.submission,
      commit: about.commit,
      release: about.release,
      review: about.review,
      datetime: inSeconds(about.submitted),
      graded_at: inSeconds(about.graded),
      score,
      'max-score': maxScore,
      tests: status === 'error' ? [ungraded] : tasks,
    },
    null,
    2,
  )}\n`;
}

function inSeconds(date: Date): string {
  return `${date.toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}Z`;
}
