import { articleData, articleFigures, type Dataset, type LinearModel, type Matrix } from '#kit/data';
import type { WhyFunctions } from './functions';
import { treatments, type Treatment } from './theory';

/** The rate at which the paths of the bias are shown. */
export const PATH_RATE = 0.1;
/** Steps after which they are. */
export const pathSteps = { raw: [5, 20, 100, 250, 500], standardized: [5, 10, 20, 50] } as const;
/** What is left of the parameters' error when the steps have been counted. */
export const RATIO = 0.01;

/** The bowl above the rows after one treatment. */
export interface MeasuredBowl {
  readonly largest: number;
  readonly condition: number;
}

/** A plain descent over all rows at once, from zero. */
export interface MeasuredDescent {
  /** 2 / λmax. */
  readonly predictedLimit: number;
  /** The largest rate at which the loss still shrank. */
  readonly limit: number;
  /** Steps at the best rate until a hundredth of the parameters' error is left; no start takes more. */
  readonly predictedSteps: number;
  readonly steps: number;
  /** By then. */
  readonly largestWeight: number;
  /** The bias after the steps of `pathSteps`. */
  readonly bias: readonly number[];
}

/** What the functions of a shelf say about the article's statements. */
export interface Measured {
  readonly rows: number;
  readonly seed: number;
  readonly scales: Float32Array;
  readonly bowls: Readonly<Record<Treatment, MeasuredBowl>>;
  readonly descents: Readonly<Record<'raw' | 'standardized', MeasuredDescent>>;
  /** Steps of plain descent that the raw bowl costs until a millionth of the error is left. */
  readonly stepsToMillionth: number;
  /** The article's six numbers. */
  readonly six: {
    readonly below: number;
    readonly deviationBelow: number;
    readonly deviationAbove: number;
    readonly averageDistance: number;
    readonly standardDeviation: number;
    /** The gap from 100 to 1000 by the gap from 25 to 100, once centered and scaled. */
    readonly gaps: number;
  };
  /** The article's normalized model, in raw units. */
  readonly mapped: LinearModel;
  /** Σ (scale − weight) · mean over the article's raw weights. */
  readonly missingMean: number;
}

export interface WhySettings {
  readonly rows: number;
  readonly seed: number;
  readonly onProgress?: (what: string) => void;
}

/** Measures what can be measured of the article's statements, with the functions of one shelf. */
export async function measureWhy(functions: WhyFunctions, settings: WhySettings): Promise<Measured> {
  const { rows, seed, onProgress } = settings;
  const { x, targets, truth } = articleData(seed, { rows });
  const { means, standardDeviations } = await functions.fitStandardizer(x);
  const tables: Record<Treatment, Matrix> = {
    raw: x,
    centered: await functions.transform(x, { means, standardDeviations: means.map(() => 1) }),
    scaled: await functions.transform(x, { means: means.map(() => 0), standardDeviations }),
    standardized: await functions.transform(x, { means, standardDeviations }),
  };
  const bowls: Partial<Record<Treatment, MeasuredBowl>> = {};
  for (const treatment of treatments) {
    onProgress?.(`curvature, ${treatment}`);
    const h = await functions.curvature(tables[treatment]);
    const [largest, condition] = [await functions.largestEigenvalue(h), await functions.conditionNumber(h)];
    bowls[treatment] = { largest, condition };
  }
  const { raw, standardized } = bowls as Record<Treatment, MeasuredBowl>;
  // The model that made the targets, in standard units: as lesson 11 says, here in float64.
  const weights = truth.weights.map((weight, column) => weight * standardDeviations[column]!);
  const bias = total(truth.weights, (weight, column) => weight * means[column]!);
  onProgress?.('descent, raw');
  const onRaw = await measureDescent(functions, { x, targets }, raw, truth, pathSteps.raw);
  onProgress?.('descent, standardized');
  const onStandardized = await measureDescent(
    functions,
    { x: tables.standardized, targets },
    standardized,
    { weights, bias },
    pathSteps.standardized,
  );
  return {
    rows,
    seed,
    scales: truth.weights,
    bowls: bowls as Record<Treatment, MeasuredBowl>,
    descents: { raw: onRaw, standardized: onStandardized },
    stepsToMillionth: functions.stepsToReach(raw.condition, 1e-6),
    six: await measureSix(functions),
    mapped: functions.toRawUnits(articleFigures.normalizedModel(), articleFigures.trainingStatistics()),
    missingMean: total(
      articleFigures.rawModel().weights,
      (weight, column) => (truth.weights[column]! - weight) * means[column]!,
    ),
  };
}

async function measureSix({ mean, center, standardDeviation }: WhyFunctions): Promise<Measured['six']> {
  const numbers = articleFigures.sixNumbers();
  const centered = await center(numbers, mean(numbers));
  const deviation = standardDeviation(numbers);
  const z = centered.map((distance) => distance / deviation);
  return {
    below: centered.filter((distance) => distance < 0).length,
    deviationBelow: -total(centered, (distance) => Math.min(distance, 0)),
    deviationAbove: total(centered, (distance) => Math.max(distance, 0)),
    averageDistance: total(centered, Math.abs) / centered.length,
    standardDeviation: deviation,
    gaps: (z[5]! - z[4]!) / (z[4]! - z[3]!),
  };
}

async function measureDescent(
  functions: WhyFunctions,
  data: Dataset,
  { largest, condition }: MeasuredBowl,
  goal: LinearModel,
  after: readonly number[],
): Promise<MeasuredDescent> {
  const predictedLimit = 2 / largest;
  const predictedSteps = functions.stepsToReach(condition, RATIO);
  const bias: number[] = [];
  let model = zeroModel(goal.weights.length);
  for (let step = 1; step <= after.at(-1)!; step += 1) {
    model = await stepDown(functions, data, model, PATH_RATE);
    if (after.includes(step)) bias.push(model.bias);
  }
  return {
    predictedLimit,
    limit: await findLimit(functions, data, predictedLimit),
    predictedSteps,
    ...(await countSteps(functions, data, goal, 2 / (largest + largest / condition), predictedSteps)),
    bias,
  };
}

// Nine halvings of about a half of the prediction leave a thousandth of it.
const HALVINGS = 9;

/** The largest rate at which descent shrinks the loss, found by trying rates around the prediction. */
async function findLimit(functions: WhyFunctions, data: Dataset, predicted: number): Promise<number> {
  let [shrinking, growing] = [0.7 * predicted, 1.25 * predicted];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const rate = (shrinking + growing) / 2;
    if (await shrinksAt(rate, functions, data)) shrinking = rate;
    else growing = rate;
  }
  return shrinking;
}

// By then hardly anything is left along other directions than the steepest.
const SETTLED = 60;
// A share of the loss at the start: from here on, only rounding is left to grow or to shrink.
const ARRIVED = 1e-6;
const RUNAWAY = 1e6;

async function shrinksAt(rate: number, functions: WhyFunctions, data: Dataset): Promise<boolean> {
  let model = zeroModel(data.x.columns);
  const first = await lossOf(functions, data, model);
  let settled = NaN;
  for (let step = 1; step <= 2 * SETTLED; step += 1) {
    model = await stepDown(functions, data, model, rate);
    if (!(Math.abs(model.bias) < RUNAWAY)) return false;
    if (step === SETTLED) settled = await lossOf(functions, data, model);
  }
  const last = await lossOf(functions, data, model);
  return last < settled || last < ARRIVED * first;
}

/** Steps until the parameters' error has shrunk to `RATIO`; Infinity where twice the prediction does not do. */
async function countSteps(
  functions: WhyFunctions,
  data: Dataset,
  goal: LinearModel,
  rate: number,
  predicted: number,
): Promise<Pick<MeasuredDescent, 'steps' | 'largestWeight'>> {
  const errorOf = ({ weights, bias }: LinearModel) =>
    Math.hypot(bias - goal.bias, ...weights.map((weight, column) => weight - goal.weights[column]!));
  let model = zeroModel(goal.weights.length);
  const enough = RATIO * errorOf(model);
  const most = Math.min(2 * predicted + 10, MOST_STEPS);
  let steps = 0;
  while (steps < most && !(errorOf(model) <= enough)) {
    model = await stepDown(functions, data, model, rate);
    steps += 1;
  }
  const largestWeight = Math.max(...model.weights);
  return { steps: errorOf(model) <= enough ? steps : Infinity, largestWeight };
}

const MOST_STEPS = 10_000;

async function stepDown(
  { residuals, gradient, descend }: WhyFunctions,
  { x, targets }: Dataset,
  model: LinearModel,
  rate: number,
): Promise<LinearModel> {
  return descend(model, await gradient(x, await residuals(x, targets, model)), rate);
}

async function lossOf(
  { predict, meanSquaredError }: WhyFunctions,
  { x, targets }: Dataset,
  model: LinearModel,
): Promise<number> {
  return meanSquaredError(await predict(x, model), targets);
}

function zeroModel(columns: number): LinearModel {
  return { weights: new Float32Array(columns), bias: 0 };
}

function total(values: Float32Array, term: (value: number, index: number) => number): number {
  return values.reduce((sum, value, index) => sum + term(value, index), 0);
}
