/** How long to compute, in milliseconds. */
const SPIN = 100;

/**
 * How many times as long everything takes as on a machine that has nothing else to do, at this moment: 1 there.
 * A promise about seconds holds for such a machine.
 */
export function slowness(): number {
  const start = performance.now();
  const before = process.cpuUsage();
  while (performance.now() - start < SPIN);
  const { user, system } = process.cpuUsage(before);
  return Math.max(1, ((performance.now() - start) * 1000) / (user + system));
}
