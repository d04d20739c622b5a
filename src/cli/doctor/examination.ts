import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#kit/course';
import type { Check, Finding } from './finding';

/** A finding with the name of its check. */
export interface Examined extends Finding {
  readonly name: string;
}

type NamedCheck = readonly [name: string, load: () => Promise<Check>];

/** What is looked at, in this order. */
const checks: readonly NamedCheck[] = [
  ['Node', () => import('./node')],
  ['Packages', () => import('./packages')],
  ['Programs', () => import('./programs')],
  ['Folder', () => import('./folder')],
  ['Lessons', () => import('./lessons')],
  ['Backends', () => import('./backends')],
  ['Speed', () => import('./speed')],
  ['Saves', () => import('./watcher')],
  ['Terminal', () => import('./terminal')],
];

/** What only the course's own tests need: a course for students comes without them. */
const checksForTests: readonly NamedCheck[] = [['Chromium', () => import('./chromium')]];

/** @param onCheck is told what is looked at now */
export async function examine(onCheck: (name: string) => void): Promise<Examined[]> {
  const findings: Examined[] = [];
  const hasTests = existsSync(join(root, 'test'));
  for (const [name, load] of [...checks, ...(hasTests ? checksForTests : [])]) {
    onCheck(name);
    findings.push({ name, ...(await finding(load)) });
  }
  return findings;
}

/** A check that cannot even run has found something too. */
async function finding(load: () => Promise<Check>): Promise<Finding> {
  try {
    return await (await load()).check();
  } catch (error) {
    const [words = ''] = String(error).split('\n');
    return { status: 'wrong', found: words, advice: 'Delete node_modules, and run npm ci.' };
  }
}
