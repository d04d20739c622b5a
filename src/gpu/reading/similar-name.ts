/** The name among those that exist which somebody may have meant who wrote another one. */
export function similarName(written: string, existing: readonly string[]): string | undefined {
  return existing.find((name) => name !== written && isSimilar(name, written));
}

/** Whether all but two letters stand at the same place, counted from either end. */
function isSimilar(name: string, written: string): boolean {
  const [longer, shorter] = name.length > written.length ? [name, written] : [written, name];
  let start = 0;
  while (start < shorter.length && name[start] === written[start]) start += 1;
  let end = 0;
  while (end < shorter.length - start && name.at(-1 - end) === written.at(-1 - end)) end += 1;
  return start + end >= Math.max(longer.length - 2, longer.length / 2);
}
