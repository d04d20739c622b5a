import { UsageError } from './arguments';

/** Where kernels can run without a browser. */
const BACKENDS = ['cpu', 'webasm', 'dev'];

/** The backend that a command was asked for, by an option or by the environment; else it is cpu. */
export function chosenBackend(asked = process.env['COMMON_SCALE_BACKEND'] ?? 'cpu'): string {
  if (BACKENDS.includes(asked)) return asked;
  throw new UsageError(`There is no backend "${asked}". Choose ${BACKENDS.join(' or ')}.`);
}
