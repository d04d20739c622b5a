// Returns lists nested a hundred thousand deep.
export function mean(): unknown {
  let deep: unknown = 0;
  for (let count = 0; count < 100_000; count++) deep = [deep];
  return deep;
}
