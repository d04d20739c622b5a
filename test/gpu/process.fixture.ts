// Runs in a process of its own, under tsx: what it prints is what process.test.ts expects.
import { backend, gpu, KernelError } from '#kit/gpu';

const failing = gpu.createKernel(
  function (values: number[]) {
    let sum = 0;
    for (const value of values) sum += value;
    return sum;
  },
  { output: [1] },
);

async function main(): Promise<void> {
  try {
    console.log(`backend ${backend()}`);
  } catch (error) {
    console.log(String(error));
    return;
  }
  // Nobody awaits the second before the first has failed.
  const first = failing([1]);
  const second = failing([1]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const error = await first.catch((reason: unknown) => reason);
  if (error instanceof KernelError) console.log(`${error.rule} in line ${error.line}: ${error.code}`);
  console.log(await second.catch(() => 'the second failed too'));
  const missing = gpu.createKernel as unknown as (
    kernel: unknown,
    settings: object,
  ) => () => Promise<unknown>;
  console.log(await missing(() => 1, {})().catch(({ rule }: KernelError) => rule));
  const doubled = gpu.createKernel(
    function (values: number[]) {
      return values[this.thread.x]! * 2;
    },
    { output: [2] },
  );
  console.log(await doubled(['1', '2'] as unknown as number[]).catch(({ rule }: KernelError) => rule));
  console.log((await doubled([1, 2])).join(' '));
}

void main();
