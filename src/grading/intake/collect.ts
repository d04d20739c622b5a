import type { Lesson } from '#kit/course';
import type { Submission } from '../submission';
import { findSubmissions } from './find-submissions';
import { readSubmission } from './read-submission';

/**
 * Everything that has been handed in, read at once.
 * @param paths folders, archives (.zip, .tar, .tar.gz, .tgz), or folders of these
 * @param remark hears what has been ignored, in a sentence
 */
export async function collect(
  paths: readonly string[],
  lessons: readonly Lesson[],
  remark: (sentence: string) => void = () => undefined,
): Promise<Submission[]> {
  const submissions: Submission[] = [];
  for (const found of findSubmissions(paths, remark)) submissions.push(await readSubmission(found, lessons));
  return submissions;
}
