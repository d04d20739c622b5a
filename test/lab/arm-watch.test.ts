import { expect, it } from 'vitest';
import { Matrix, type LinearModel, type Snapshot } from '../../src/data';
import type { LiveStart } from '../../src/race';
import { ArmWatch } from '../../src/lab/worker/arm-watch';
import { Gate } from '../../src/lab/worker/gate';

const model = (weight: number): LinearModel => ({ weights: Float32Array.of(weight), bias: 1 });
const rows = { x: Matrix.fromRows([[1], [3]]), targets: Float32Array.of(1, 3) };
const bowl = { steepest: 2, flattest: 2 };
const start: LiveStart = {
  prepared: {
    raw: { train: rows, valid: rows },
    normalized: { train: rows, valid: rows },
    standardizer: { means: Float32Array.of(2), standardDeviations: Float32Array.of(4) },
    model: model(0),
    targetVariance: 1,
    shownTargets: rows.targets,
  },
  bowls: { normalized: bowl, raw: bowl },
  learningRate: 0.1,
  epochs: 2,
  stepsAnEpoch: 2,
  steps: 4,
};
const functions = {
  predict: () => Promise.resolve(rows.targets),
  meanSquaredError: () => Promise.resolve(0.5),
  toRawUnits: ({ weights, bias }: LinearModel) => ({ weights: weights.map((w) => w / 4), bias }),
};
const tracking = {
  createTracker() {
    const history: Snapshot[] = [];
    return {
      record: (step: number, { weights, bias }: LinearModel) =>
        void history.push({ step, weights: weights.slice(), bias }),
      history: () => history,
    };
  },
  toStandardUnits: ({ weights, bias }: LinearModel) => ({ weights: weights.map((w) => w * 4), bias }),
};
const gate = new Gate(false, () => undefined);

async function train(watch: ArmWatch, losses: readonly number[]): Promise<void> {
  for (const [step, loss] of losses.entries()) await watch.see({ step, model: model(8), loss });
}

const weightsIn = (snapshots: readonly Snapshot[]) => snapshots.map(({ weights }) => weights[0]);

it.each([
  ['normalized', 2, 8],
  ['raw', 8, 32],
] as const)('tells of the weights of %s in either unit', async (name, raw, standard) => {
  const watch = new ArmWatch(name, start, functions, tracking);
  await train(watch, [4, 3, 2, 1]);
  const { tracked } = watch.news(gate);
  expect(tracked.raw.map(({ step }) => step)).toEqual([0, 1, 2, 3]);
  expect(weightsIn(tracked.raw)).toEqual([raw, raw, raw, raw]);
  expect(weightsIn(tracked.standard)).toEqual([standard, standard, standard, standard]);
});

it('begins another training of the same arm with nothing of the first one', async () => {
  const first = new ArmWatch('raw at its best rate', start, functions, tracking);
  await train(first, [1, 1e9, 1e9]);
  expect(first.isOver({ step: 3 })).toBe(false);
  expect(first.isOver({ step: 0 })).toBe(true);
  expect(first.news(gate)).toMatchObject({ attempt: 1, step: 3, left: 1 });
  const second = first.again();
  await train(second, [4, 3]);
  const news = second.news(gate);
  expect(news).toMatchObject({ attempt: 2, step: 2, epochs: [{ epoch: 0, validLoss: 0.5 }] });
  expect(news.left).toBeUndefined();
  expect(news.batches.map(({ loss }) => loss)).toEqual([4, 3]);
  expect(news.tracked.raw[0]?.step).toBe(0);
});
