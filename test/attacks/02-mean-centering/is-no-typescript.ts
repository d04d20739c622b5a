// Is no TypeScript, and ends in the middle of a word.
export function mean(values: Float32Array { return }}}} `${
