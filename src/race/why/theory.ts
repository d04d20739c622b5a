import type { Bowl } from '../bowl';

/** The ways in which a column may be treated before a model sees it. */
export const treatments = ['raw', 'centered', 'scaled', 'standardized'] as const;
export type Treatment = (typeof treatments)[number];

/** Mean and variance of a number between 0 and 1, each equally likely, after its treatment. */
const moments: Readonly<Record<Treatment, { readonly mean: number; readonly variance: number }>> = {
  raw: { mean: 1 / 2, variance: 1 / 12 },
  centered: { mean: 0, variance: 1 / 12 },
  scaled: { mean: Math.sqrt(3), variance: 1 },
  standardized: { mean: 0, variance: 1 },
};

/**
 * The bowl above d such inputs that know nothing of each other, and a bias. Any direction in which the weights
 * together leave the prediction's mean alone bends by 2 · variance. What remains is the plane of the bias and of
 * all weights moving together: 2 · [[variance + d · mean², mean · √d], [mean · √d, 1]].
 */
export function bowlInTheory(d: number, treatment: Treatment): Bowl {
  const { mean, variance } = moments[treatment];
  const together = variance + d * mean ** 2;
  const middle = (together + 1) / 2;
  const half = Math.hypot((together - 1) / 2, mean * Math.sqrt(d));
  const bends = [2 * (middle + half), 2 * (middle - half), ...(d > 1 ? [2 * variance] : [])];
  return { steepest: Math.max(...bends), flattest: Math.min(...bends) };
}

/**
 * Where the bias is after each of some steps of plain descent from zero, over endlessly many such rows: the
 * targets are Σ scale · input, with the inputs as they are.
 * @param after numbers of steps, growing
 */
export function biasInTheory(
  scales: ArrayLike<number>,
  treatment: Treatment,
  rate: number,
  after: readonly number[],
): number[] {
  const { mean, variance } = moments[treatment];
  // Units of the column before its treatment, for each unit after it.
  const unit = Math.sqrt(moments.raw.variance / variance);
  const sum = Array.from(scales).reduce((total, scale) => total + scale, 0);
  // All weights have the same column to look at, so only their sum moves the bias.
  const [goal, goalBias] = [sum * unit, sum * (moments.raw.mean - mean * unit)];
  let [together, bias] = [-goal, -goalBias];
  const path: number[] = [];
  for (let step = 1; step <= (after.at(-1) ?? 0); step += 1) {
    const slope = 2 * (bias + mean * together);
    together -= rate * (2 * variance * together + scales.length * mean * slope);
    bias -= rate * slope;
    if (after.includes(step)) path.push(goalBias + bias);
  }
  return path;
}

/** Steps at the best rate until no more than a share of the parameters' error is left, wherever it began. */
export function stepsInTheory({ steepest, flattest }: Bowl, ratio: number): number {
  const left = (steepest - flattest) / (steepest + flattest);
  return Math.max(1, Math.ceil(Math.log(ratio) / Math.log(left)));
}
