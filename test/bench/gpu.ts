/**
 * What a held kernel costs through #kit/gpu, against an awaited bare gpu.js call: 64 dot products of 10
 * values, on cpu. Prints the median of the ratios of many short rounds, in which both take turns.
 *
 *   npx tsx test/bench/gpu.ts [--json]
 */
import { GPU, Input } from 'gpu.js';
import { Matrix } from '#kit/data';
import { checkKernels, gpu, useBackend } from '#kit/gpu';

const rows = 64;
const columns = 10;
const rounds = 101;
const callsPerRound = 1_000;

useBackend('cpu');
checkKernels(false);

const x = new Matrix(
  rows,
  columns,
  Float32Array.from({ length: rows * columns }, (_, cell) => Math.sin(cell)),
);
const weights = Float32Array.from({ length: columns }, (_, column) => Math.cos(column));

// Two functions of the same text, so that neither profits from what V8 learns about the other.
const bare = new GPU({ mode: 'cpu' }).createKernel(
  function (table: number[][], factors: number[]) {
    let sum = 0;
    for (let column = 0; column < this.constants.columns; column++) {
      sum += table[this.thread.x]![column]! * factors[column]!;
    }
    return sum;
  } as (this: { constants: { columns: number }; thread: { x: number } }, ...values: never[]) => number,
  { output: [rows], constants: { columns } },
) as unknown as (table: Input, factors: Float32Array) => Float32Array;
const bareTable = new Input(x.data as unknown as number[], [columns, rows]);

const held = gpu.createKernel(
  function (table: number[][], factors: number[]) {
    let sum = 0;
    for (let column = 0; column < this.constants.columns; column++) {
      sum += table[this.thread.x]![column]! * factors[column]!;
    }
    return sum;
  },
  { output: [rows], constants: { columns } },
);

/** As learner code has it: the kernel is asked for at each call, and found in the cache. */
const askedFor = () =>
  gpu.createKernel(
    function (table: number[][], factors: number[]) {
      let sum = 0;
      for (let column = 0; column < this.constants.columns; column++) {
        sum += table[this.thread.x]![column]! * factors[column]!;
      }
      return sum;
    },
    { output: [rows], constants: { columns } },
  )(x, weights);

async function microseconds(call: () => Promise<Float32Array>): Promise<number> {
  const start = performance.now();
  for (let count = 0; count < callsPerRound; count++) await call();
  return ((performance.now() - start) * 1000) / callsPerRound;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

const contestants = {
  bare: () => Promise.resolve(bare(bareTable, weights)),
  held: () => held(x, weights),
  askedFor,
};
const expected = bare(bareTable, weights);
for (const [name, call] of Object.entries(contestants)) {
  const got = await call();
  if (got.some((value, index) => value !== expected[index]))
    throw new Error(`${name} computes other values.`);
  await microseconds(call);
}

const times: Record<keyof typeof contestants, number[]> = { bare: [], held: [], askedFor: [] };
for (let round = 0; round < rounds; round++) {
  const order = ['bare', 'held', 'askedFor'] as const;
  for (const name of round % 2 === 0 ? order : order.toReversed()) {
    times[name].push(await microseconds(contestants[name]));
  }
}

const ratioOf = (name: keyof typeof contestants) =>
  median(times[name].map((time, round) => time / times.bare[round]!));
const report = {
  bareMicroseconds: median(times.bare),
  heldMicroseconds: median(times.held),
  askedForMicroseconds: median(times.askedFor),
  ratio: ratioOf('held'),
  askedForRatio: ratioOf('askedFor'),
};

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(report));
} else {
  console.log(`bare gpu.js, awaited     ${report.bareMicroseconds.toFixed(2)} µs a call`);
  console.log(
    `held kernel, #kit/gpu    ${report.heldMicroseconds.toFixed(2)} µs a call: ${report.ratio.toFixed(3)} times bare (limit 1.15)`,
  );
  console.log(
    `createKernel each time   ${report.askedForMicroseconds.toFixed(2)} µs a call: ${report.askedForRatio.toFixed(3)} times bare`,
  );
}
