import type { RaceOptions } from './race-options';

/** The command that runs this race again, with every option that decides what comes out. */
export function raceCommand(options: RaceOptions): string {
  const given: Record<string, string | number | boolean | undefined> = {
    recipe: options.recipe,
    data: options.data,
    target: options.target,
    rows: options.rows,
    epochs: options.epochs,
    batch: options.batch,
    lr: options.lr,
    'weight-decay': options.weightDecay,
    'wd-sweep': options.wdSweep,
    seed: options.seed,
    backend: options.backend,
    shelf: options.shelf,
  };
  const words = Object.entries(given).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    return value === true ? [`--${name}`] : [`--${name} ${quoted(String(value))}`];
  });
  return `npm run race -- ${words.join(' ')}`;
}

function quoted(value: string): string {
  return /^[\w./:+-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
