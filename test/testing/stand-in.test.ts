import { describe, expect, it } from 'vitest';
import { gpu } from '#kit/gpu';
import { Matrix, standIn } from '#kit/testing';
import { NotStarted } from '#kit/todo';

/** What lives behind the wall: everything that a lesson may do, well or badly. */
const inside = {
  double: async (values: Float32Array) => values.map((value) => 2 * value),
  make: () => Float32Array.of(1, 2),
  overwrite: (values: Float32Array) => {
    values.fill(7);
    return values;
  },
  transpose: (x: Matrix) =>
    new Matrix(
      x.columns,
      x.rows,
      Float32Array.from(x.data, (_, i) => x.at(i % x.rows, Math.floor(i / x.rows))),
    ),
  refuse: () => {
    throw new RangeError('needs at least 1 value, and got 0.');
  },
  todo: () => {
    throw new NotStarted('todo');
  },
  text: () => {
    throw 'a text';
  },
  twice: async (callback: (value: number) => Promise<number>) => callback(await callback(1)),
  counter: () => {
    let count = 0;
    return { add: (by: number) => (count += by), read: () => count };
  },
  keeper: () => {
    const kept: Float32Array[] = [];
    return { record: (values: Float32Array) => void kept.push(values), all: () => kept };
  },
  frozen: () => {
    const list = Object.freeze([Object.freeze({ step: 1 })]);
    return { list: () => list };
  },
  same: (left: object, right: object) => left === right,
  apply: (
    update: (model: { weights: Float32Array }) => Promise<{ weights: Float32Array }>,
    model: { weights: Float32Array },
  ) => update(model),
  promise: () => ({ later: Promise.resolve(1) }),
  map: () => new Map([[1, 2]]),
  specials: () => [NaN, -0, Infinity, undefined, null, 10n, 'text', true],
  launch: (values: Float32Array) =>
    gpu.createKernel(
      function (values: number[]) {
        return values[this.thread.x]! + 1;
      },
      { output: [values.length] },
    )(values),
};

const open = () => standIn(inside).open();

describe('the stand-in', () => {
  it('answers with data of the same kind', async () => {
    const { exercise } = open();
    expect(await exercise.double(Float32Array.of(1, 2))).toEqual(Float32Array.of(2, 4));
    const table = await exercise.transpose(new Matrix(1, 2, Float32Array.of(3, 4)));
    expect(table).toBeInstanceOf(Matrix);
    expect([table.rows, table.columns, ...table.data]).toEqual([2, 1, 3, 4]);
    expect(await exercise.specials()).toEqual([NaN, -0, Infinity, undefined, null, 10n, 'text', true]);
  });

  it('says that an input was overwritten, and leaves it as it was', async () => {
    const { exercise } = open();
    const values = Float32Array.of(1, 2);
    await expect(exercise.overwrite(values)).rejects.toThrow('The input was overwritten.');
    expect(values).toEqual(Float32Array.of(1, 2));
  });

  it('shows that what came back before has changed, and that the same array came back', async () => {
    const { exercise } = open();
    const values = await exercise.make();
    const result = await exercise.overwrite(values);
    expect(values).toEqual(Float32Array.of(7, 7));
    expect(result).toBe(values);
  });

  it('keeps identity: an object sent twice arrives as one', async () => {
    const { exercise } = open();
    const values = Float32Array.of(1);
    expect(await exercise.same(values, values)).toBe(true);
    expect(await exercise.same(values, values.slice())).toBe(false);
    const model = { weights: values };
    expect(await exercise.same(model.weights, values)).toBe(true);
  });

  it('keeps objects up to date on both sides, between calls too', async () => {
    const { exercise } = open();
    const { record, all } = await exercise.keeper();
    const values = Float32Array.of(1);
    await record(values);
    values[0] = 5;
    const [kept] = await all();
    expect(kept).toBe(values);
    expect(kept).toEqual(Float32Array.of(5));
    kept![0] = 9;
    expect((await all())[0]).toEqual(Float32Array.of(9));
  });

  it('leaves what is frozen as it is, and shows so again', async () => {
    const { exercise } = open();
    const { list } = await exercise.frozen();
    const got = await list();
    Reflect.set(got[0]!, 'step', 2);
    Reflect.set(got, 'length', 0);
    expect(await list()).toBe(got);
    expect(got).toEqual([{ step: 1 }]);
  });

  it('passes errors on with their name, message and exercise, and without a stack', async () => {
    const { exercise } = open();
    await expect(exercise.refuse()).rejects.toThrow(RangeError);
    await expect(exercise.refuse()).rejects.toThrow('needs at least 1 value, and got 0.');
    await expect(exercise.todo()).rejects.toMatchObject({ name: 'NotStarted', exercise: 'todo' });
    await expect(exercise.text()).rejects.toBe('a text');
    await exercise.refuse().catch((error: Error) => expect(error.stack).not.toContain('\n'));
  });

  it('calls back, and hands functions out', async () => {
    const { exercise } = open();
    expect(await exercise.twice(async (value) => value + 10)).toBe(21);
    const { add, read } = await exercise.counter();
    await add(3);
    await add(4);
    expect(await read()).toBe(7);
  });

  it('knows its own objects again in what a callback returns', async () => {
    const { exercise } = open();
    const model = { weights: Float32Array.of(1) };
    const result = await exercise.apply(async (given) => {
      expect(given).toBe(model);
      given.weights[0] = 2;
      return given;
    }, model);
    expect(result).toBe(model);
    expect(model.weights).toEqual(Float32Array.of(2));
  });

  it('lets through nothing but data and functions', async () => {
    const { exercise } = open();
    await expect(exercise.promise()).rejects.toThrow('Is an `await` missing?');
    await expect(exercise.map()).rejects.toThrow('A Map cannot be handed to another process');
  });

  it('says in words that an export is missing', async () => {
    const { exercise } = standIn<typeof inside>({} as typeof inside).open();
    await expect(exercise.double(Float32Array.of(1))).rejects.toThrow('exports no function named double');
  });

  it('tells which kernels ran behind the wall', async () => {
    const { exercise, launches } = open();
    const { result, launches: seen } = await launches(() => exercise.launch(Float32Array.of(1, 2, 3)));
    expect(result).toEqual(Float32Array.of(2, 3, 4));
    expect(seen.map((launch) => launch.output)).toEqual([[3]]);
    expect((await launches(() => exercise.double(Float32Array.of(1)))).launches).toEqual([]);
  });
});
