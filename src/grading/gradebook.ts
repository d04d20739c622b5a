import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { keyOfFolders, writeWhole } from '#kit/course';
import {
  classroom50,
  classroom50Submission,
  feedbackMarkdown,
  feedbackPage,
  gradescope,
  gradesCsv,
  junit,
  parseResult,
  resultText,
} from './formats';
import type { GradingOptions } from './grader-messages';
import { fingerprint } from './private-seed';
import type { GradingResult } from './result';
import type { Submission } from './submission';

/** The files that are made of each result, beside `result.json`. */
const FORMATS: Readonly<Record<string, (result: GradingResult) => string>> = {
  'feedback.md': feedbackMarkdown,
  'feedback.html': feedbackPage,
  'gradescope.json': gradescope,
  'classroom50.json': (result) => classroom50(result, classroom50Submission(process.env, result, new Date())),
  'junit.xml': junit,
};

/** The folder that grades are written into. What stands in it already need not be graded again. */
export class Gradebook {
  /** Of everything that decides a score, beside the submission itself. */
  private readonly key: string;

  constructor(
    private readonly folder: string,
    options: GradingOptions,
  ) {
    mkdirSync(folder, { recursive: true });
    // Whatever can change a verdict, or a word in it.
    const course = keyOfFolders('src', 'solutions', 'lessons', 'test/misconceptions');
    // Keys lie in folders that students get.
    this.key = hashOf(JSON.stringify([course, { ...options, secret: fingerprint(options.secret) }]));
  }

  /** The result of exactly this submission, graded with exactly these options. */
  resultOf(submission: Submission): GradingResult | undefined {
    try {
      const text = readFileSync(this.path(submission, 'result.json'), 'utf8');
      const isOfThis = readFileSync(this.path(submission, KEY), 'utf8') === this.keyOf(submission, text);
      return isOfThis ? parseResult(text) : undefined;
    } catch {
      return undefined;
    }
  }

  write(submission: Submission, result: GradingResult): void {
    const text = resultText(result);
    // From here on nothing is graded, until all of it is.
    rmSync(this.path(submission, KEY), { force: true });
    writeWhole(this.path(submission, 'result.json'), text);
    for (const [file, format] of Object.entries(FORMATS))
      writeWhole(this.path(submission, file), format(result));
    // The last: a run that ends before this has not graded it. What could not be graded is tried again.
    if (result.status === 'graded') {
      writeWhole(this.path(submission, KEY), this.keyOf(submission, text));
    }
  }

  /** @returns the file that was written, relative to the folder */
  writeGrades(results: readonly GradingResult[]): string {
    writeWhole(join(this.folder, 'grades.csv'), gradesCsv(results));
    return 'grades.csv';
  }

  /** Whether the solutions were found to earn all points, with these options. */
  get isChecked(): boolean {
    return textOf(join(this.folder, CHECKED)) === this.key;
  }

  rememberChecked(): void {
    writeWhole(join(this.folder, CHECKED), this.key);
  }

  private path({ name }: Submission, file: string): string {
    return join(this.folder, name, file);
  }

  /** @param text of its `result.json` */
  private keyOf(submission: Submission, text: string): string {
    return hashOf(JSON.stringify([this.key, submission, text]));
  }
}

const KEY = '.key';
const CHECKED = '.checked';

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
