/**
 * fast-check's path to a counterexample, such as `12:0:0:45:1`, in as few characters: `c00.45.1`. One
 * character for each step below 36, and dots around the others.
 */
export function shortenPath(path: string): string {
  const steps = path === '' ? [] : path.split(':').map(Number);
  return steps.map((step) => (step < 36 ? step.toString(36) : `.${step}.`)).join('');
}

/** What `shortenPath` was given. */
export function lengthenPath(short: string): string {
  const steps = short.matchAll(/\.(\d+)\.|([0-9a-z])/g);
  return [...steps].map(([, long, character]) => long ?? parseInt(character ?? '', 36)).join(':');
}
