import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { KernelError } from '#kit/gpu';

/** The KernelError that a call rejects with; fails where it does anything else. */
export async function failure(call: Promise<unknown>): Promise<KernelError> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(KernelError);
  if (!(outcome instanceof KernelError)) throw outcome;
  return outcome;
}

/** Asserts that the error names a line of this test file, and that the line is there as it says. */
export function expectPlace(error: KernelError, file: string, code: string): void {
  expect(error.file).toBe(file);
  expect(error.code).toContain(code);
  const line = readFileSync(file, 'utf8').split('\n')[(error.line ?? 0) - 1];
  expect(line?.trim()).toBe(error.code);
}
