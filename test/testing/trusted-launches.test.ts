import { describe, expect, it } from 'vitest';
import { listLessons, loadModule, loadSuite } from '#kit/course';
import { confirmed, gpu, type Launch } from '#kit/gpu';
import { namedFunctions } from '../../src/testing/implementation';
import { Peer, type AnswerMessage, type ConfirmLaunch } from '../../src/testing/stand-in/peer';

// A seed of its own for every run: what holds must hold for any.
const seed = Math.floor(Math.random() * 2 ** 31);

/** What is done to an answer on its way. */
type Tamper = (answer: AnswerMessage) => AnswerMessage;

/** The functions of a module on the other side of a wall, and the side from which they are called. */
function connect(module: object, confirm?: ConfirmLaunch, tamper: Tamper = (answer) => answer): Peer {
  const inside: Peer = new Peer(1, async (call) => structuredClone(await outside.answer(call)), module);
  const outside: Peer = new Peer(
    0,
    async (call) => structuredClone(tamper(await inside.answer(structuredClone(call)))),
    {},
    confirm,
  );
  return outside;
}

/** Those in which something must run as a kernel. */
const withKernels = ['01', '02', '03', '04', '06', '07', '08', '13'];
const lessons = listLessons().filter(({ number }) => withKernels.includes(number));

describe(`every launch of the solutions holds, seed ${seed}`, () => {
  it.each(lessons.map((lesson) => [lesson.name, lesson] as const))('%s', async (_, lesson) => {
    const suite = await loadSuite(lesson);
    const module = await loadModule(lesson.solution);
    const seen: (Launch | undefined)[] = [];
    const noting: ConfirmLaunch = (evidence, options) => {
      const launch = confirmed(evidence, options);
      seen.push(launch);
      return launch;
    };
    const open = () => {
      const outside = connect(module, noting);
      const exercise = namedFunctions<object>(
        (exercised) =>
          (...args) =>
            outside.call(exercised, args),
      );
      return {
        exercise,
        launches: outside.launches,
        tryProperties: () => Promise.reject(new Error('not here')),
      };
    };
    for (const test of suite.tests) await test.run({ open }, { seed, runs: 2 });
    expect(seen.filter((launch) => launch === undefined || launch.copies)).toEqual([]);
    expect(seen).not.toEqual([]);
  });
});

describe('a report proves nothing', () => {
  const double = (values: Float32Array) =>
    gpu.createKernel(
      function (values: number[]) {
        return 2 * values[this.thread.x]!;
      },
      { output: [values.length] },
    )(values);
  const twice = async (values: Float32Array) => {
    await double(values);
    return double(values);
  };
  const values = Float32Array.of(1, 2, 3);
  const seenOf = async (outside: Peer, name = 'double') => {
    const { result, launches } = await outside.launches(() => outside.call(name, [values]), { reads: true });
    expect(result).toEqual(Float32Array.of(2, 4, 6));
    return launches;
  };
  const withLaunches =
    (change: (launches: readonly unknown[]) => readonly unknown[]): Tamper =>
    (answer) => ({ ...answer, launches: change(answer.launches) });

  it('what holds is told, with what was read, counted here', async () => {
    const [launch, ...others] = await seenOf(connect({ double }));
    expect(others).toEqual([]);
    expect(launch).toMatchObject({ output: [3], threads: 3, reads: 1, result: Float32Array.of(2, 4, 6) });
  });

  it('a launch with another result is none, and those beside it stay', async () => {
    const forge = withLaunches(([first, second]) => [
      { ...(first as object), result: Float32Array.of(2, 4, 7) },
      second,
    ]);
    expect(await seenOf(connect({ twice }, undefined, forge), 'twice')).toHaveLength(1);
  });

  it('an invented launch is none', async () => {
    const host = { double: (column: Float32Array) => column.map((value) => 2 * value) };
    const invented = {
      output: [3],
      threads: 3,
      backend: 'cpu',
      result: Float32Array.of(2, 4, 6),
      kernel: 'double',
    };
    expect(
      await seenOf(
        connect(
          host,
          undefined,
          withLaunches(() => [invented, null, 7]),
        ),
      ),
    ).toEqual([]);
  });

  it('launches that nobody watches are not looked at', async () => {
    let looked = 0;
    const outside = connect(
      { double },
      () => void (looked += 1),
      withLaunches(() => [{}]),
    );
    await outside.call('double', [values]);
    expect(looked).toBe(0);
  });
});
