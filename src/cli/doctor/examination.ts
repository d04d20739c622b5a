import type { Check, Finding } from './finding';

/** A finding with the name of its check. */
export interface Examined extends Finding {
  readonly name: string;
}

/** What is looked at, in this order. */
const checks: readonly (readonly [name: string, load: () => Promise<Check>])[] = [
  ['Node', () => import('./node')],
  ['Packages', () => import('./packages')],
  ['Programs', () => import('./programs')],
  ['Folder', () => import('./folder')],
  ['Lessons', () => import('./lessons')],
  ['Backends', () => import('./backends')],
  ['Speed', () => import('./speed')],
  ['Saves', () => import('./watcher')],
  ['Terminal', () => import('./terminal')],
  ['Chromium', () => import('./chromium')],
];

/** @param onCheck is told what is looked at now */
export async function examine(onCheck: (name: string) => void): Promise<Examined[]> {
  const findings: Examined[] = [];
  for (const [name, load] of checks) {
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
