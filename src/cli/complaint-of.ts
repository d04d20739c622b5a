import { execFile } from 'node:child_process';
import { root } from '#kit/course';

/** More than any of them says. */
const MOST_BYTES = 64 * 2 ** 20;

/** Runs a program in the course's folder. @returns what it says when it fails, and '' when all is well */
export function complaintOf(program: string, ...args: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, args, { cwd: root, maxBuffer: MOST_BYTES }, (error, stdout, stderr) => {
      resolve(error === null ? '' : `${stdout}${stderr}`.trim() || error.message);
    });
  });
}
