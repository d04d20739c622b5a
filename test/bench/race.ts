/**
 * What a training costs as a learner writes it: lesson 12's `fit` with the kernels of lesson 07, against the
 * same loop on bare gpu.js kernels that are kept from step to step, and against plain loops over typed
 * arrays; then the article's recipe, `fit` with Adam and one cycle from lessons 08 and 10, without and with
 * every step tracked, against the same in plain loops. One epoch of the article's size, shuffle and gather
 * included; all take turns, from the same start, on the same batches, and end at the same loss. Prints medians
 * of many rounds.
 *
 *   npx tsx test/bench/race.ts [--json]
 */
import { GPU, Input } from 'gpu.js';
import { articleData, split, type LinearModel } from '#kit/data';
import { checkKernels, useBackend } from '#kit/gpu';
import { articleUpdate } from '../../src/race/article-recipe/recipe';
import { watch } from '../../src/race/article-recipe/tracked';
import { loadArticleSolutions } from '../race/solutions';

const functions = await loadArticleSolutions();
const { batches, fit, descend } = functions;
const ROUNDS = 41;
const batchSize = 64;
const rate = 0.001;
const seed = 7;

useBackend('cpu');
checkKernels(false);

const { train, valid: all } = split(articleData(seed), seed);
// Validation is not what is measured.
const valid = {
  x: all.x.take(Uint32Array.from({ length: 100 }, (_, row) => row)),
  targets: all.targets.slice(0, 100),
};
const columns = train.x.columns;
const start = (): LinearModel => ({ weights: new Float32Array(columns).fill(0.1), bias: 0 });

async function learnerStyle(): Promise<LinearModel> {
  const update = (model: LinearModel, slope: LinearModel) => descend(model, slope, rate);
  const options = { train, valid, model: start(), epochs: 1, batchSize, seed, update };
  return (await fit(options)).model;
}

const peak = 10;
const weightDecay = 0.01;
const stepsAnEpoch = Math.ceil(train.x.rows / batchSize);

async function learnerAdam(): Promise<LinearModel> {
  const update = articleUpdate(functions, columns, { peak, weightDecay });
  return (await fit({ train, valid, model: start(), epochs: 1, batchSize, seed, update })).model;
}

/** As `npm run race -- --recipe article` runs it. */
async function learnerAdamTracked(): Promise<LinearModel> {
  const update = articleUpdate(functions, columns, { peak, weightDecay });
  const watched = watch(stepsAnEpoch, functions);
  const { onStep } = watched;
  const { model } = await fit({ train, valid, model: start(), epochs: 1, batchSize, seed, update, onStep });
  if (watched.tracked().length === 0) throw new Error('Nothing was tracked.');
  return model;
}

type Kernel<Result> = ((...values: unknown[]) => Result) & { setOutput(output: number[]): void };
interface Inside {
  readonly thread: { readonly x: number };
  readonly constants: { readonly columns: number; readonly rows: number };
}
const bareKernel = <Values extends unknown[]>(
  kernel: (this: Inside, ...values: Values) => number,
  threads: number,
  constants: Record<string, number>,
) =>
  new GPU({ mode: 'cpu' }).createKernel(kernel as never, {
    output: [threads],
    constants,
  }) as unknown as Kernel<Float32Array>;

const bareResiduals = bareKernel(
  function (x: number[][], targets: number[], weights: number[], bias: number) {
    let prediction = bias;
    for (let column = 0; column < this.constants.columns; column++) {
      prediction += weights[column]! * x[this.thread.x]![column]!;
    }
    return prediction - targets[this.thread.x]!;
  },
  batchSize,
  { columns },
);
const bareGradient = bareKernel(
  function (x: number[][], residuals: number[]) {
    let sum = 0;
    if (this.thread.x < this.constants.columns) {
      for (let row = 0; row < this.constants.rows; row++) sum += x[row]![this.thread.x]! * residuals[row]!;
    } else {
      for (let row = 0; row < this.constants.rows; row++) sum += residuals[row]!;
    }
    return (2 * sum) / this.constants.rows;
  },
  columns + 1,
  { columns, rows: batchSize },
);
const bareDescend = bareKernel(
  function (weights: number[], bias: number, slopes: number[], rate: number) {
    if (this.thread.x < this.constants.columns) {
      return weights[this.thread.x]! - rate * slopes[this.thread.x]!;
    }
    return bias - rate * slopes[this.thread.x]!;
  },
  columns + 1,
  { columns },
);

/** Kernels compiled once and kept, and called as gpu.js has it; else the loop is lesson 12's. */
async function bareGpu(): Promise<LinearModel> {
  let { weights, bias } = start();
  let losses = 0;
  for (const rows of batches(train.x.rows, batchSize, seed)) {
    const x = train.x.take(rows);
    const targets = new Float32Array(rows.length);
    for (let row = 0; row < rows.length; row++) targets[row] = train.targets[rows[row]!]!;
    const table = new Input(x.data as unknown as number[], [columns, rows.length]);
    const errors = await bareResiduals(table, targets, weights, bias);
    let squares = 0;
    for (const error of errors) squares += error * error;
    losses += squares / errors.length;
    const slopes = await bareGradient(table, errors);
    const moved = await bareDescend(weights, bias, slopes, rate);
    weights = moved.slice(0, columns);
    bias = moved[columns]!;
  }
  if (!(losses > 0)) throw new Error('The losses are not summed.');
  return { weights, bias };
}

/** The same batches in plain loops over Float32Arrays, without kernels, promises and new arrays. */
async function byHand(): Promise<LinearModel> {
  const { weights, bias: first } = start();
  const { data } = train.x;
  const x = new Float32Array(batchSize * columns);
  const targets = new Float32Array(batchSize);
  const errors = new Float32Array(batchSize);
  const slopes = new Float32Array(columns);
  let bias = first;
  let losses = 0;
  for (const rows of batches(train.x.rows, batchSize, seed)) {
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index]!;
      for (let column = 0; column < columns; column++) {
        x[index * columns + column] = data[row * columns + column]!;
      }
      targets[index] = train.targets[row]!;
    }
    let squares = 0;
    for (let index = 0; index < rows.length; index++) {
      let prediction = bias;
      for (let column = 0; column < columns; column++) {
        prediction += weights[column]! * x[index * columns + column]!;
      }
      const error = prediction - targets[index]!;
      errors[index] = error;
      squares += error * error;
    }
    let biasSlope = 0;
    for (let index = 0; index < rows.length; index++) biasSlope += errors[index]!;
    for (let column = 0; column < columns; column++) {
      let slope = 0;
      for (let index = 0; index < rows.length; index++)
        slope += x[index * columns + column]! * errors[index]!;
      slopes[column] = (2 * slope) / rows.length;
    }
    for (let column = 0; column < columns; column++) weights[column]! -= rate * slopes[column]!;
    bias = Math.fround(bias - (rate * 2 * biasSlope) / rows.length);
    losses += squares / rows.length;
  }
  if (!(losses > 0)) throw new Error('The losses are not summed.');
  return { weights, bias };
}

/** `byHand` with Adam, one cycle and decay. */
async function byHandAdam(): Promise<LinearModel> {
  const { weights, bias: first } = start();
  const { data } = train.x;
  const x = new Float32Array(batchSize * columns);
  const targets = new Float32Array(batchSize);
  const errors = new Float32Array(batchSize);
  const slopes = new Float32Array(columns + 1);
  const averages = new Float32Array(columns + 1);
  const squares = new Float32Array(columns + 1);
  const parameters = new Float32Array([...weights, first]);
  const cosine = (from: number, to: number, position: number) =>
    from + ((1 + Math.cos(Math.PI * (1 - position))) / 2) * (to - from);
  let losses = 0;
  let step = 0;
  for (const rows of batches(train.x.rows, batchSize, seed)) {
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index]!;
      for (let column = 0; column < columns; column++) {
        x[index * columns + column] = data[row * columns + column]!;
      }
      targets[index] = train.targets[row]!;
    }
    let loss = 0;
    for (let index = 0; index < rows.length; index++) {
      let prediction = parameters[columns]!;
      for (let column = 0; column < columns; column++) {
        prediction += parameters[column]! * x[index * columns + column]!;
      }
      const error = prediction - targets[index]!;
      errors[index] = error;
      loss += error * error;
    }
    let biasSlope = 0;
    for (let index = 0; index < rows.length; index++) biasSlope += errors[index]!;
    slopes[columns] = (2 * biasSlope) / rows.length;
    for (let column = 0; column < columns; column++) {
      let slope = 0;
      for (let index = 0; index < rows.length; index++)
        slope += x[index * columns + column]! * errors[index]!;
      slopes[column] = (2 * slope) / rows.length;
    }
    const position = step / stepsAnEpoch;
    const climbs = position < 0.25;
    const done = climbs ? position / 0.25 : (position - 0.25) / 0.75;
    const rate = climbs ? cosine(peak / 25, peak, done) : cosine(peak, peak / 1e5, done);
    const momentum = climbs ? cosine(0.95, 0.85, done) : cosine(0.85, 0.95, done);
    step += 1;
    const averageRate = rate / (1 - momentum ** step);
    const squareShare = 1 - 0.99 ** step;
    for (let index = 0; index <= columns; index++) {
      const slope = slopes[index]!;
      const average = momentum * averages[index]! + (1 - momentum) * slope;
      const square = 0.99 * squares[index]! + 0.01 * slope * slope;
      averages[index] = average;
      squares[index] = square;
      const kept = index < columns ? 1 - rate * weightDecay : 1;
      parameters[index] =
        parameters[index]! * kept - (averageRate * average) / (Math.sqrt(square / squareShare) + 1e-5);
    }
    losses += loss / rows.length;
  }
  if (!(losses > 0)) throw new Error('The losses are not summed.');
  return { weights: parameters.slice(0, columns), bias: parameters[columns]! };
}

/** As somebody writes it who thinks of nothing but the time: one pass, and rows are read where they lie. */
async function inPlace(): Promise<LinearModel> {
  const { weights, bias: first } = start();
  const { data } = train.x;
  const slopes = new Float64Array(columns);
  let bias = first;
  let losses = 0;
  for (const rows of batches(train.x.rows, batchSize, seed)) {
    slopes.fill(0);
    let biasSlope = 0;
    let squares = 0;
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index]!;
      let error = bias - train.targets[row]!;
      for (let column = 0; column < columns; column++) {
        error += weights[column]! * data[row * columns + column]!;
      }
      for (let column = 0; column < columns; column++) {
        slopes[column]! += error * data[row * columns + column]!;
      }
      biasSlope += error;
      squares += error * error;
    }
    for (let column = 0; column < columns; column++) {
      weights[column]! -= (rate * 2 * slopes[column]!) / rows.length;
    }
    bias = Math.fround(bias - (rate * 2 * biasSlope) / rows.length);
    losses += squares / rows.length;
  }
  if (!(losses > 0)) throw new Error('The losses are not summed.');
  return { weights, bias };
}

const contestants = {
  inPlace,
  byHand,
  bareGpu,
  learnerStyle,
  byHandAdam,
  learnerAdam,
  learnerAdamTracked,
};
type Name = keyof typeof contestants;
const names = Object.keys(contestants) as Name[];
const forEach = <Value>(value: (name: Name) => Value) =>
  Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;

async function milliseconds(name: Name): Promise<number> {
  const begun = performance.now();
  await contestants[name]();
  return performance.now() - begun;
}

function lossOf({ weights, bias }: LinearModel): number {
  let squares = 0;
  for (let row = 0; row < all.x.rows; row++) {
    let error = bias - all.targets[row]!;
    for (let column = 0; column < columns; column++) error += weights[column]! * all.x.at(row, column);
    squares += error * error;
  }
  return squares / all.x.rows;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

const losses = forEach(() => NaN);
for (const name of names) losses[name] = lossOf(await contestants[name]());
for (const name of names) {
  const goal = name.includes('Adam') ? losses.byHandAdam : losses.byHand;
  if (!(Math.abs(losses[name] / goal - 1) < 1e-4)) throw new Error(`${name} ends at another loss.`);
  await milliseconds(name);
}

const times = forEach<number[]>(() => []);
for (let round = 0; round < ROUNDS; round++) {
  for (const name of round % 2 === 0 ? names : names.toReversed()) times[name].push(await milliseconds(name));
}

const ratio = (one: Name, other: Name) =>
  median(times[one].map((time, round) => time / times[other][round]!));
const report = {
  inPlaceMilliseconds: median(times.inPlace),
  byHandMilliseconds: median(times.byHand),
  bareGpuMilliseconds: median(times.bareGpu),
  learnerStyleMilliseconds: median(times.learnerStyle),
  overBareGpu: ratio('learnerStyle', 'bareGpu'),
  overByHand: ratio('learnerStyle', 'byHand'),
  overInPlace: ratio('learnerStyle', 'inPlace'),
  byHandAdamMilliseconds: median(times.byHandAdam),
  learnerAdamMilliseconds: median(times.learnerAdam),
  learnerAdamTrackedMilliseconds: median(times.learnerAdamTracked),
  adamOverByHand: ratio('learnerAdam', 'byHandAdam'),
  adamTrackedOverByHand: ratio('learnerAdamTracked', 'byHandAdam'),
  losses,
};

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(report));
} else {
  const ms = (time: number) => `${time.toFixed(0).padStart(4)} ms an epoch`;
  console.log(`by hand, in place       ${ms(report.inPlaceMilliseconds)}`);
  console.log(`by hand, in batches     ${ms(report.byHandMilliseconds)}`);
  console.log(`bare gpu.js, held       ${ms(report.bareGpuMilliseconds)}`);
  console.log(`learner-style           ${ms(report.learnerStyleMilliseconds)}`);
  console.log(`over bare gpu.js  ${report.overBareGpu.toFixed(3)} (limit 1.15)`);
  console.log(
    `over by hand      ${report.overByHand.toFixed(3)} (limit 1.8); over by hand, in place ${report.overInPlace.toFixed(3)}`,
  );
  console.log(`Adam by hand            ${ms(report.byHandAdamMilliseconds)}`);
  console.log(`Adam, learner-style     ${ms(report.learnerAdamMilliseconds)}`);
  console.log(`the same, tracked       ${ms(report.learnerAdamTrackedMilliseconds)}`);
  console.log(
    `over Adam by hand ${report.adamOverByHand.toFixed(3)} (limit 1.8); tracked ${report.adamTrackedOverByHand.toFixed(3)}`,
  );
}
