import { readFileSync } from 'node:fs';

/** What the system says of a process at this moment. */
export interface ProcessUsage {
  /** Time of the processor that it has used, by itself and for the system's work in its name. */
  readonly processorSeconds: number;
  /** It waits for something, and not for the processor. */
  readonly isIdle: boolean;
}

/** The unit of the kernel's accounts, the same on every Linux. */
const TICKS_PER_SECOND = 100;

/** Undefined where there is no such process, or no system that tells. */
export function usageOf(pid: number): ProcessUsage | undefined {
  const text = textOf(`/proc/${pid}/stat`);
  // The name in brackets may hold anything, so what comes after the last one counts.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  if (fields === undefined) return undefined;
  const [state, user, system] = [fields[0], Number(fields[11]), Number(fields[12])];
  return { processorSeconds: (user + system) / TICKS_PER_SECOND, isIdle: state === 'S' };
}

/** The one process that another has started; undefined where that is not known. */
export function onlyChildOf(pid: number): number | undefined {
  const [child, ...others] = (textOf(`/proc/${pid}/task/${pid}/children`) ?? '').trim().split(' ');
  return child === undefined || child === '' || others.length > 0 ? undefined : Number(child);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
