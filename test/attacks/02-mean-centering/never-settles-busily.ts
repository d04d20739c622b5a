// Returns a Promise that never settles, and looks busy with timers meanwhile.
export function mean(): Promise<number> {
  setInterval(() => undefined, 1);
  return new Promise(() => undefined);
}
