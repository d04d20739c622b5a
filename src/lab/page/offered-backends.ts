import type { Settings } from '../settings';

/** A part of `navigator` that not every browser has, and that not every one has a use for. */
interface WithGpu {
  readonly gpu?: { requestAdapter(): Promise<object | null> };
}

/** Whether this browser, on this machine, has a backend. */
export async function isOffered(backend: Settings['backend']): Promise<boolean> {
  if (backend === 'webgl2') return hasWebGl2();
  return backend !== 'webgpu' || hasWebGpu();
}

function hasWebGl2(): boolean {
  return typeof OffscreenCanvas !== 'undefined' && new OffscreenCanvas(1, 1).getContext('webgl2') !== null;
}

/** Browsers have the words for it also where no graphics card will do. */
async function hasWebGpu(): Promise<boolean> {
  const { gpu } = navigator as WithGpu;
  const adapter = await gpu?.requestAdapter().catch(() => null);
  return adapter !== null && adapter !== undefined;
}
