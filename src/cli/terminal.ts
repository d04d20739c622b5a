import { Chalk } from 'chalk';
import type { Terminal } from '#kit/pages';

/** A terminal for more than text, which reads best in lines that are not too long. */
export interface WholeTerminal extends Terminal {
  /** How wide it really is. */
  readonly columns: number;
}

const COMFORTABLE_WIDTH = 100;
const WIDTH_OF_A_PIPE = 80;
const LEAST_WIDTH = 40;

/** The terminal of this process. Without one, or with NO_COLOR, it has no colours. */
export function thisTerminal(): WholeTerminal {
  const { stdout, env } = process;
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  const coloured = !env['NO_COLOR'] && (forced || (stdout.isTTY && stdout.hasColors()));
  const asked = Number(env['COLUMNS']);
  const columns = Math.max(LEAST_WIDTH, stdout.columns ?? (asked > 0 ? asked : WIDTH_OF_A_PIPE));
  return {
    width: Math.min(COMFORTABLE_WIDTH, columns),
    columns,
    colour: new Chalk({ level: coloured ? 1 : 0 }),
  };
}
