// Returns the right numbers in the wrong kind: text, a list, float64.
export const mean = (values: Float32Array) =>
  `${values.reduce((sum, value) => sum + value, 0) / values.length}`;
export const center = async (values: Float32Array, mean: number) =>
  Float64Array.from(values, (value) => value - mean);
