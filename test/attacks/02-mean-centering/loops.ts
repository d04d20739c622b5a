// Does not come to an end in a test.
export function mean(): number {
  for (;;);
}
