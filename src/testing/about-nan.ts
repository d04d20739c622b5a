/** Where NaN comes from, to stand behind a sentence; empty for any number. */
export function aboutNaN(entry: unknown): string {
  if (!Number.isNaN(entry)) return '';
  return ' It is NaN: that comes of 0 / 0, of reading past an end, or of a missing `await`.';
}
