import { createKernel } from './create-kernel';

/** gpu.js with a seat belt: kernels that are typed, read before they run, compiled once and awaited. */
export const gpu = { createKernel };

export { backend, useBackend } from './backend';
export { checkKernels, withoutChecks } from './check-kernels';
export { KernelError } from './kernel-error';
export { placeOf, serveFile } from './learner-code';
export { confirmed, someEffort, type Effort } from './confirmed';
export { sampleThreadsBy } from './sampled-threads';
export { recordLaunches, type Launch } from './launches';
export type { Backend, Kernel, KernelSettings } from './types';
