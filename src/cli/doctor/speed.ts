import type { LinearModel } from '#kit/data';
import { useBackend } from '#kit/gpu';
import { loadDataSet, raceCalls, runRace, someRows, type RaceFunctions } from '#kit/race';
import { absentFunctions } from '../absent-functions';
import { note, right, type Finding } from './finding';
import { medianTime } from './median';
import { finishedFunctions } from './finished-functions';

const BATCH = 64;
const STEPS = 400;
const RACES = 3;

/** One race in so many rows is measured, and stands for the whole. */
const SHARE = 10;

/** How fast this machine trains. */
export async function check(): Promise<Finding> {
  if (absentFunctions(raceCalls).length > 0) {
    return right('not measured: the lessons that train are not in this course');
  }
  const finished = await finishedFunctions();
  if (finished === undefined) {
    return note(
      'not measured: there are no solutions here, and your own exercises are not all written yet',
      'Ask again when they are.',
    );
  }
  const { functions, shelf } = finished;
  useBackend('cpu');
  const step = await timeOfStep(functions);
  const race = await timeOfRace(functions);
  return {
    status: 'right',
    found: `a training step takes ${microseconds(step)} µs, the race about ${seconds(race)} s, with ${shelf}/`,
    measured: { stepMicroseconds: microseconds(step), raceSeconds: seconds(race) },
  };
}

async function timeOfStep({ residuals, gradient, descend }: RaceFunctions): Promise<number> {
  const { x, targets } = await loadDataSet('article', 1, BATCH);
  let model: LinearModel = { weights: new Float32Array(x.columns), bias: 0 };
  return medianTime(STEPS, async () => {
    model = await descend(model, await gradient(x, await residuals(x, targets, model)), 1e-4);
  });
}

async function timeOfRace(functions: RaceFunctions): Promise<number> {
  const whole = await loadDataSet('article', 1);
  const data = someRows(whole, whole.x.rows / SHARE, 1);
  const race = () => runRace(data, functions, { seed: 1, batchSize: BATCH });
  return SHARE * (await medianTime(RACES, race));
}

function microseconds(milliseconds: number): number {
  return Math.round(1000 * milliseconds);
}

function seconds(milliseconds: number): number {
  return Number((milliseconds / 1000).toPrecision(2));
}
