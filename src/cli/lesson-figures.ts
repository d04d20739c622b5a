import {
  columnsPicture,
  finderPicture,
  landscapePicture,
  lossesPicture,
  normalizingShapes,
  rangesOf,
  schedulePicture,
  shapePicture,
  weightsPicture,
  type Canvas,
} from '#kit/charts';
import { articleData, articleFigures, split, unitsData, type Dataset, type LinearModel } from '#kit/data';
import {
  articleCalls,
  bowlOf,
  landscapeOf,
  loadDataSet,
  runRace,
  whyCalls,
  type ArticleFunctions,
  type Calls,
  type Pair,
  type WhyFunctions,
} from '#kit/race';

/*
 * The figures of the lessons. What a step computes here is +, −, ·, / and roots, which come out the same on
 * every machine; cosines and powers are only drawn, or rounded before they train anything.
 */

/** The functions that figures are drawn from. */
export interface FigureFunctions extends ArticleFunctions, WhyFunctions {
  standardize(values: Float32Array): Promise<Float32Array>;
}

export const figureCalls: Calls<FigureFunctions> = {
  ...articleCalls,
  ...whyCalls,
  standardize: (shelf) => shelf.standardize(Float32Array.of(1, 3)),
};

export interface LessonFigure {
  /** A function of the lesson that the figure belongs to. */
  readonly exercise: string;
  /** Its name in the lesson's folder `figures`. */
  readonly file: string;
  draw(functions: FigureFunctions, canvas: Canvas): Promise<SVGSVGElement>;
}

const SEED = 1;
/** As in the final check of lesson 12: 1,600 to train on, in batches of 64, at a rate of 0.1. */
const ROWS = 2_000;
const BATCH = 64;
const RATE = 0.1;

export const lessonFigures: readonly LessonFigure[] = [
  {
    exercise: 'center',
    file: 'centered.svg',
    draw: async (functions, canvas) =>
      shapePicture({ of: 'The six numbers', shapes: (await sixNumbers(functions)).slice(0, 2) }, canvas),
  },
  {
    exercise: 'standardize',
    file: 'standardized.svg',
    draw: async (functions, canvas) =>
      shapePicture({ of: 'The six numbers', shapes: await sixNumbers(functions) }, canvas),
  },
  { exercise: 'fitStandardizer', file: 'columns.svg', draw: columns },
  // A small weight and a large one: two that are alike lie on the line of steepest descent, raw as well.
  { exercise: 'descend', file: 'descent.svg', draw: (functions, canvas) => bowls(functions, canvas, [6, 1]) },
  { exercise: 'findLearningRate', file: 'finder.svg', draw: finder },
  {
    exercise: 'oneCycle',
    file: 'one-cycle.svg',
    draw: async ({ oneCycle }, canvas) => {
      const steps = 25_000;
      const moments = Array.from({ length: steps }, (_, step) => ({
        step,
        ...oneCycle(step / steps, { peak: 10 }),
      }));
      return schedulePicture(moments, canvas);
    },
  },
  { exercise: 'createTracker', file: 'weights.svg', draw: weights },
  {
    exercise: 'race',
    file: 'losses.svg',
    draw: async (functions, canvas) => {
      const data = await loadDataSet('article', SEED, ROWS);
      const { arms } = await runRace(data, functions, { seed: SEED, batchSize: BATCH });
      return lossesPicture({ arms, target: data.target }, canvas);
    },
  },
  {
    exercise: 'conditionNumber',
    file: 'bowl.svg',
    draw: (functions, canvas) => bowls(functions, canvas, [0, 10]),
  },
];

/** The article's six numbers, as they are, centered and standardized. */
async function sixNumbers({ mean, center, standardize }: FigureFunctions) {
  const raw = articleFigures.sixNumbers();
  return normalizingShapes({
    name: 'value',
    raw,
    centered: await center(raw, mean(raw)),
    standardized: await standardize(raw),
  });
}

async function columns(
  { fitStandardizer, transform }: FigureFunctions,
  canvas: Canvas,
): Promise<SVGSVGElement> {
  const { x, columns } = unitsData(SEED, { rows: ROWS });
  const standardized = await transform(x, await fitStandardizer(x));
  return columnsPicture({ names: columns, raw: rangesOf(x), normalized: rangesOf(standardized) }, canvas);
}

/** The article's training rows as they are and standardized, and the model that made them in either unit. */
async function bothUnits({ fitStandardizer, transform, toStandardUnits }: FigureFunctions) {
  const data = articleData(SEED, { rows: ROWS });
  const { train } = split<Dataset>(data, SEED);
  const standardizer = await fitStandardizer(train.x);
  const standardized: Dataset = { ...train, x: await transform(train.x, standardizer) };
  return {
    data,
    standardizer,
    raw: { name: 'raw', unit: 'raw' as const, rows: train, truth: data.truth },
    standard: {
      name: 'normalized',
      unit: 'standard' as const,
      rows: standardized,
      truth: toStandardUnits(data.truth, standardizer),
    },
  };
}

async function bowls(functions: FigureFunctions, canvas: Canvas, pair: Pair): Promise<SVGSVGElement> {
  const { data, raw, standard } = await bothUnits(functions);
  const views = [raw, standard].flatMap(({ name, unit, rows, truth }) => {
    const landscape = landscapeOf(rows, truth, pair, { learningRate: RATE, marks: 40, every: 1 });
    return landscape === undefined ? [] : [{ name, unit, landscape }];
  });
  return landscapePicture({ columns: data.columns, target: data.target, views }, canvas);
}

/** Plain descent from zero, a batch at each rate, on the rows as they are and standardized. */
async function finder(functions: FigureFunctions, canvas: Canvas): Promise<SVGSVGElement> {
  const { data, raw, standard } = await bothUnits(functions);
  const arms = [];
  for (const { name, rows } of [standard, raw]) {
    const batches = Array.from({ length: 4 }, (_, epoch) =>
      functions.batches(rows.targets.length, BATCH, SEED + epoch),
    ).flat();
    let model: LinearModel = { weights: new Float32Array(rows.x.columns), bias: 0 };
    let batch = 0;
    const found = await functions.findLearningRate(
      async (learningRate) => {
        const chosen = batches[batch++]!;
        const x = rows.x.take(chosen);
        const targets = Float32Array.from(chosen, (row) => rows.targets[row]!);
        const errors = await functions.residuals(x, targets, model);
        // A power may differ in its last digit from machine to machine, and a training that runs away would
        // make much of it.
        const rate = Number(learningRate.toPrecision(9));
        model = await functions.descend(model, await functions.gradient(x, errors), rate);
        return errors.reduce((sum, error) => sum + error * error, 0) / errors.length;
      },
      { start: 1e-3, end: 10, steps: 100 },
    );
    arms.push({ name, ...found, limit: 2 / bowlOf(rows.x).steepest });
  }
  return finderPicture({ arms, target: data.target }, canvas);
}

/** Both arms of plain descent, step by step, in the units of the data. */
async function weights(functions: FigureFunctions, canvas: Canvas): Promise<SVGSVGElement> {
  const { data, standardizer, raw, standard } = await bothUnits(functions);
  const arms = [];
  for (const { name, unit, rows } of [standard, raw]) {
    const tracker = functions.createTracker();
    const model: LinearModel = { weights: new Float32Array(rows.x.columns), bias: 0 };
    await functions.fit({
      train: rows,
      valid: rows,
      model,
      epochs: 100,
      batchSize: BATCH,
      seed: SEED,
      update: (model, slopes) => functions.descend(model, slopes, RATE),
      onStep: async ({ step, model }) => tracker.record(step, model),
    });
    const tracked = tracker
      .history()
      .map((snapshot) =>
        unit === 'raw' ? snapshot : { ...snapshot, ...functions.toRawUnits(snapshot, standardizer) },
      );
    arms.push({ name, tracked });
  }
  return weightsPicture({ arms, unit: 'raw', target: data.target, truth: data.truth, steps: 'log' }, canvas);
}
