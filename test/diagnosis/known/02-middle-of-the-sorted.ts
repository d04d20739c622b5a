export * from '#solutions/02-mean-centering/exercise';

export const lesson = '02';
export const mistake = 'median';

export function mean(values: Float32Array): number {
  const count = values.length;
  if (count === 0) throw new RangeError('There are 0 values.');
  const ordered = Array.from(values).sort((one, other) => one - other);
  const half = count / 2;
  return Number.isInteger(half) ? 0.5 * (ordered[half - 1] + ordered[half]) : ordered[Math.floor(half)];
}
