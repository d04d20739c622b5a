import { fileURLToPath } from 'node:url';

/** The folder of the course, wherever it was cloned to; no slash at the end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
