import { fileURLToPath } from 'node:url';

/**
 * The folder of the course, wherever it was cloned to; no slash at the end. Found from this file, or from
 * the bundle that stands for it (src/cli/run.mjs), which lies as deep.
 */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
