// Returns a hundred million numbers.
export const mean = () => new Float32Array(100_000_000);
export const center = async () => new Float32Array(8_300_000);
