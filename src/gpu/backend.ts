import { KernelError } from './kernel-error';
import type { Backend } from './types';

const names: readonly Backend[] = ['cpu', 'webasm', 'webgl2', 'webgpu', 'dev'];

let pinned: Backend | undefined;
let changes = 0;

/**
 * The backend that kernels run on: `cpu`, unless `useBackend` or the environment variable
 * COMMON_SCALE_BACKEND says otherwise.
 * @throws KernelError when COMMON_SCALE_BACKEND names no backend.
 */
export function backend(): Backend {
  pinned ??= known(asked(), 'COMMON_SCALE_BACKEND');
  return pinned;
}

/** Whether kernels run as the plain functions that they are. It never throws. */
export function isDev(): boolean {
  return (pinned ?? asked()) === 'dev';
}

function asked(): string {
  return (typeof process === 'undefined' ? undefined : process.env?.['COMMON_SCALE_BACKEND']) || 'cpu';
}

/**
 * Runs every kernel on this backend from its next call on, also those created before.
 * @throws KernelError for an unknown name.
 */
export function useBackend(name: Backend): void {
  pinned = known(name, 'useBackend');
  changes += 1;
}

/** Grows with every change, so that a kernel notices without comparing names. */
export function backendChanges(): number {
  return changes;
}

function known(name: string, where: string): Backend {
  const found = names.find((each) => each === name);
  if (found === undefined) {
    throw new KernelError(
      {
        rule: 'unknown-backend',
        words: `${where} asks for the backend ${JSON.stringify(name)}, and there is none of that name.`,
        advice: `Choose one of ${names.join(', ')}.`,
      },
      undefined,
    );
  }
  return found;
}
