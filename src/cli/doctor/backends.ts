import { Matrix } from '#kit/data';
import { backend, gpu, useBackend, type Backend } from '#kit/gpu';
import { note, right, wrong, type Finding } from './finding';

const IN_BROWSERS = 'webgl2 and webgpu run in a browser only';

/** Whether kernels run on cpu and on webasm, and come to the same numbers. */
export async function check(): Promise<Finding> {
  const before = backend();
  try {
    const onCpu = await resultsOn('cpu');
    if (onCpu instanceof Error) {
      return wrong(`no kernel runs on cpu: ${onCpu.message}`, "Run npm ci in the course's folder.");
    }
    const onWebasm = await resultsOn('webasm');
    if (onWebasm instanceof Error) {
      return note(
        `kernels run on cpu, and not on webasm: ${onWebasm.message}`,
        'Tests compare both: start Node without options that switch WebAssembly off.',
      );
    }
    const apart = onCpu.filter(({ value, bound }, index) => {
      const other = onWebasm[index]?.value ?? NaN;
      return !(Math.abs(value - other) <= bound);
    });
    return apart.length === 0
      ? right(`cpu and webasm run, and agree within float32; ${IN_BROWSERS}`)
      : wrong(
          `cpu and webasm run, and differ in ${apart.length} of ${onCpu.length} numbers`,
          "Run npm ci in the course's folder; if that does not help, another release of Node may.",
        );
  } finally {
    useBackend(before);
  }
}

interface Result {
  readonly value: number;
  /** How far rounding to float32 may take it. */
  readonly bound: number;
}

const ROUNDING = 2 ** -23;
const ROWS = 5;
const COLUMNS = 40;
const table = Matrix.fromRows(
  Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, column) => Math.sin(row * COLUMNS + column)),
  ),
);

/** Sums of rows, and each entry on a scale of its own: a loop, a helper, a table and a column. */
async function resultsOn(name: Backend): Promise<Result[] | Error> {
  useBackend(name);
  try {
    const sums = gpu.createKernel(
      function (x: number[][]) {
        let sum = 0;
        for (let column = 0; column < this.constants.columns; column++) sum += x[this.thread.x]![column]!;
        return sum;
      },
      { output: [ROWS], constants: { columns: COLUMNS } },
    );
    const roots = gpu.createKernel(
      function (x: number[][], by: number) {
        return rootOf(x[this.thread.y]![this.thread.x]!) / by;
      },
      { output: [COLUMNS, ROWS], functions: [rootOf] },
    );
    const bound = COLUMNS * ROUNDING;
    // A sum has as many roundings as terms, none of which is larger than 1; a root and a division have two.
    return [
      ...Array.from(await sums(table), (value) => ({ value, bound: bound * COLUMNS })),
      ...Array.from((await roots(table, 3)).data, (value) => ({ value, bound: 4 * ROUNDING })),
    ];
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function rootOf(value: number): number {
  return Math.sqrt(1 + value * value);
}
