import { complaintOf } from './complaint-of';

/**
 * What TypeScript says about a project, without the learner's own exercises: a lesson that somebody is
 * working on, or has moved away, says nothing about the course.
 *
 * @param project a tsconfig.json, relative to the course's folder
 */
export async function typeErrors(project: string): Promise<string> {
  const complaint = await complaintOf(
    'npx',
    '--no-install',
    'tsc',
    '--noEmit',
    '--pretty',
    'false',
    '-p',
    project,
  );
  const messages = complaint.split(/\n(?! )/);
  return messages.filter((message) => !concernsAnExercise(message)).join('\n');
}

function concernsAnExercise(message: string): boolean {
  const inside = /^lessons\/[^/]+\/exercise\.ts\(/.test(message);
  const missing = /^lessons\/[^/]+\/exercise\.test\.ts\(.*error TS(?:2307|2306):.*exercise/.test(message);
  return inside || missing;
}
