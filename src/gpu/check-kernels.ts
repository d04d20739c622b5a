let checking = false;

/**
 * Turns the checks of first launches on or off: reads outside an array, and a second run on another
 * backend. Off at first; the tests of the course turn them on.
 */
export function checkKernels(on: boolean): void {
  checking = on;
}

export function isChecking(): boolean {
  return checking;
}
