import { spawnSync } from 'node:child_process';
import { root } from '#kit/course';

/**
 * What TypeScript says about a project, without the learner's own exercises: a lesson that somebody is
 * working on, or has moved away, says nothing about the course.
 *
 * @param project a tsconfig.json, relative to the course's folder
 */
export function typeErrors(project: string): string {
  const { status, stdout, stderr } = spawnSync(
    'npx',
    ['--no-install', 'tsc', '--noEmit', '--pretty', 'false', '-p', project],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  if (status === 0) return '';
  const messages = `${stdout}${stderr}`.trim().split(/\n(?! )/);
  return messages.filter((message) => !concernsAnExercise(message)).join('\n');
}

function concernsAnExercise(message: string): boolean {
  const inside = /^lessons\/[^/]+\/exercise\.ts\(/.test(message);
  const missing = /^lessons\/[^/]+\/exercise\.test\.ts\(.*error TS(?:2307|2306):.*exercise/.test(message);
  return inside || missing;
}
