// Does not come to an end in a test, and lets others have their turn meanwhile.
export async function mean(): Promise<number> {
  for (;;) await undefined;
}
