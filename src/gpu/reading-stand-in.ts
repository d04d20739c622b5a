import type { KernelReading, KernelSurroundings, PlainLaunch, ThreadTrace } from './reading/kernel-reading';
export function readKernel(source: string, _s: KernelSurroundings): KernelReading {
  const names =
    /\(([^)]*)\)/
      .exec(source)?.[1]
      ?.split(',')
      .map((n) => n.trim())
      .filter(Boolean) ?? [];
  return {
    original: source,
    source,
    parameters: names.map((name) => ({ name, dimensions: undefined })),
    mistakes: [],
    helpers: _s.functions,
    loopsOverOutput: false,
  };
}
export function prepareThread(
  _p: unknown,
  _l: PlainLaunch,
): (t: { x: number; y: number; z: number }) => ThreadTrace {
  return () => ({ value: NaN, roundingBound: Infinity, reads: 0, outside: undefined });
}
