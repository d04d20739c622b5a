import { Matrix, type Dataset, type LinearModel } from '#kit/data';
import {
  bestModel,
  landscapeOf,
  limitsOf,
  tellingPairs,
  Walk,
  type Limits,
  type Landscape,
  type Pair,
  type Way,
} from '#kit/race';
import { inDigits, inTimes } from '#kit/words';
import type { Drawn, Facts, Job } from '../../messages';
import type { Settings } from '../../settings';
import { InTheWay } from '../exercises';
import { bothUnits, descentCalls, type DescentFunctions } from './both-units';

/** Of a way. */
const MARKS = 40;
/** Between two marks at most: a graphics card takes long for each launch. */
const MOST_STEPS = { quick: 50, slow: 2 };
/** So many times the error of a round bowl has shrunk by e at the end, where there is time for it. */
const WAY = 5;

/** The loss over two parameters, raw and normalized, and the path that the shelf's own steps take. */
export async function landscape(job: Job, facts: Facts): Promise<Drawn> {
  const rate = rateOf(job.settings, facts);
  const { functions, data, prepared } = await bothUnits<DescentFunctions>(job, descentCalls);
  const { backend } = job.settings;
  const most = backend === 'cpu' || backend === 'webasm' ? MOST_STEPS.quick : MOST_STEPS.slow;
  // A standardized column bends by 2.
  const every = Math.max(1, Math.min(most, Math.ceil(WAY / (2 * rate) / MARKS)));
  const [pair] = tellingPairs(bestModel(prepared.normalized.train));
  const views = [];
  for (const unit of ['raw', 'standard'] as const) {
    const rows = (unit === 'raw' ? prepared.raw : prepared.normalized).train;
    const model = bestModel(rows);
    const bowl = landscapeOf(rows, model, pair, { learningRate: rate, marks: 0, every });
    if (bowl === undefined) {
      const words = 'Two columns say the same thing here, so the bowl has no single bottom to draw.';
      throw new InTheWay({ state: 'failed', words });
    }
    const walk = new Walk(bowl, { marks: MARKS, every });
    const way = await wayOf(twoOf(rows, model, pair), { rate, walk }, functions);
    const name: keyof Limits = unit === 'raw' ? 'raw' : 'normalized';
    views.push({ name, unit, landscape: { ...bowl, ...way } });
  }
  const limits = limitsOf(prepared.raw.train.x);
  return {
    state: 'ready',
    words: [aboutPaths(job.settings, rate), ...views.map((view) => inWords(view, limits[view.name]))],
    drawing: { kind: 'landscape', columns: data.columns, target: data.target, views },
  };
}

/** What is left for two parameters to explain, once all others have said their part. */
interface Two {
  readonly x: Matrix;
  readonly rest: Float32Array;
  /** The second of them is the bias. */
  readonly hasBias: boolean;
}

function twoOf({ x, targets }: Dataset, { weights, bias }: LinearModel, pair: Pair): Two {
  const columns = pair.filter((parameter) => parameter < x.columns);
  const hasBias = columns.length < 2;
  const chosen = new Matrix(x.rows, columns.length);
  const rest = Float32Array.from(targets, (target, row) => {
    columns.forEach((column, index) => {
      chosen.data[row * columns.length + index] = x.at(row, column);
    });
    let said = hasBias ? 0 : bias;
    weights.forEach((weight, column) => {
      if (!columns.includes(column)) said += weight * x.at(row, column);
    });
    return target - said;
  });
  return { x: chosen, rest, hasBias };
}

/** Steps of descent from 0, over all rows at once. Where the bias is not one of the two it stays 0. */
async function wayOf(
  { x, rest, hasBias }: Two,
  { rate, walk }: { readonly rate: number; readonly walk: Walk },
  { residuals, gradient, descend }: DescentFunctions,
): Promise<Way> {
  let model: LinearModel = { weights: new Float32Array(x.columns), bias: 0 };
  while (walk.goesOn) {
    const slopes = await gradient(x, await residuals(x, rest, model));
    model = await descend(model, hasBias ? slopes : { ...slopes, bias: 0 }, rate);
    walk.step([model.weights[0] ?? NaN, (hasBias ? model.bias : model.weights[1]) ?? NaN]);
  }
  return walk.way();
}

/** A rate that suits Adam says how far a parameter moves, whatever the slope: descent would need another one. */
function rateOf({ optimizer, rate }: Settings, { suitableRate }: Facts): number {
  return optimizer === 'adam' || rate === undefined ? suitableRate : rate;
}

function aboutPaths({ optimizer, schedule }: Settings, rate: number): string {
  const paths = `Both paths are plain descent at ${inDigits(rate)}, over all rows at once`;
  if (optimizer === 'adam') return `${paths}, while the race uses Adam.`;
  return schedule === 'one-cycle' ? `${paths}; in the race that is the peak of the cycle.` : `${paths}.`;
}

interface View {
  readonly name: keyof Limits;
  readonly landscape: Landscape;
}

/** @param all the rate that the bowl over all parameters withstands, of which this one is a slice */
function inWords({ name, landscape: { condition, bends, learningRate } }: View, all: number): string {
  const [p, pq, q] = bends;
  const limit = 2 / ((p + q) / 2 + Math.hypot((p - q) / 2, pq));
  const shape =
    condition < 1.5 ? 'almost round' : `${inTimes(condition)} times as steep in one direction as in another`;
  const overshoots = learningRate > limit ? ` At ${inDigits(learningRate)} each step overshoots.` : '';
  return (
    `${name}: over these two parameters alone the bowl is ${shape}, and withstands rates up to ` +
    `${inDigits(limit, 2)}; over all parameters, up to ${inDigits(all, 2)}.${overshoots}`
  );
}
