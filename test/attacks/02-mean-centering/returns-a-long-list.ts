// Returns a list of a million lists.
export const mean = () => Array.from({ length: 1_000_000 }, () => [1]);
