import {
  armNames,
  backends,
  bounds,
  dataNames,
  optimizers,
  schedules,
  start,
  type Settings,
} from './settings';

/** Settings from a link, and a sentence about each thing in it that could not be taken. */
export interface FromAddress {
  readonly settings: Settings;
  readonly notes: readonly string[];
}

const shortArms = { normalized: 'normalized', raw: 'raw', best: 'raw at its best rate' } as const;
const names = [
  'data',
  'target',
  'rows',
  'lr',
  'optimizer',
  'schedule',
  'decay',
  'batch',
  'seed',
  'epochs',
  'arms',
  'backend',
];

/** @param search the part of an address behind its question mark */
export function readAddress(search: string): FromAddress {
  const query = new URLSearchParams(search);
  const notes: string[] = [];

  const oneOf = <Name extends string>(name: string, choices: readonly Name[], other: Name): Name => {
    const text = query.get(name);
    const found = choices.find((choice) => choice === text);
    if (text === null || found !== undefined) return found ?? other;
    notes.push(`The link asks for ${name} "${text}"; there is ${inWords(choices)}. It is ${other} here.`);
    return other;
  };
  const number = <Other>(
    name: keyof typeof bounds | 'lr',
    other: Other,
    isWhole: boolean,
  ): number | Other => {
    const text = query.get(name);
    if (text === null) return other;
    const { least, most } = bounds[name === 'lr' ? 'rate' : name];
    const value = numberIn(text);
    if (value >= least && value <= most && (!isWhole || Number.isInteger(value))) return value;
    const kind = isWhole ? 'a whole number' : 'a number';
    notes.push(
      `The link asks for ${name} "${text}"; it takes ${kind} from ${plain(least)} to ${plain(most)}.`,
    );
    return other;
  };

  const known = [...query.keys()].filter((name, index, all) => all.indexOf(name) === index);
  for (const name of known)
    if (!names.includes(name)) notes.push(`The link has "${name}", which the lab does not know.`);

  const data = oneOf('data', dataNames, start.data);
  if (data === 'file')
    notes.push('The link is about a CSV file, which a link cannot carry: choose the file here.');
  const target = query.get('target');
  const settings: Settings = {
    data,
    optimizer: oneOf('optimizer', optimizers, start.optimizer),
    schedule: oneOf('schedule', schedules, start.schedule),
    decay: number('decay', start.decay, false),
    batch: number('batch', start.batch, true),
    seed: number('seed', start.seed, true),
    arms: armsIn(query.get('arms'), notes),
    backend: oneOf('backend', backends, start.backend),
    ...given('rate', number('lr', undefined, false)),
    ...given('rows', number('rows', undefined, true)),
    ...given('epochs', number('epochs', undefined, true)),
    ...(data === 'file' && target !== null ? { target } : {}),
  };
  return { settings, notes };
}

/** The part of an address behind its question mark; what is as at the start is left out. */
export function writeAddress(settings: Settings): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | number | undefined, usual?: string | number) => {
    if (value !== undefined && value !== usual) query.set(name, String(value));
  };
  put('data', settings.data, start.data);
  put('target', settings.target);
  put('rows', settings.rows);
  put('lr', settings.rate);
  put('optimizer', settings.optimizer, start.optimizer);
  put('schedule', settings.schedule, start.schedule);
  put('decay', settings.decay, start.decay);
  put('batch', settings.batch, start.batch);
  put('seed', settings.seed, start.seed);
  put('epochs', settings.epochs);
  put('arms', shortened(settings.arms), shortened(start.arms));
  put('backend', settings.backend, start.backend);
  return query.toString().replaceAll('%2C', ',');
}

function armsIn(text: string | null, notes: string[]): Settings['arms'] {
  if (text === null) return start.arms;
  const asked = text.split(',');
  const found = armNames.filter((name) =>
    asked.some(
      (short) => Object.hasOwn(shortArms, short) && shortArms[short as keyof typeof shortArms] === name,
    ),
  );
  const isKnown = asked.every((short) => Object.hasOwn(shortArms, short));
  if (isKnown) return found;
  notes.push(`The link asks for arms "${text}"; there is ${inWords(Object.keys(shortArms))}.`);
  return found.length > 0 ? found : start.arms;
}

function shortened(arms: Settings['arms']): string {
  return Object.entries(shortArms)
    .filter(([, name]) => arms.includes(name))
    .map(([short]) => short)
    .join(',');
}

/** NaN for whatever is no number as people write it. */
export function numberIn(text: string): number {
  return /^\s*-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : NaN;
}

function given<Name extends string>(name: Name, value: number | undefined) {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, number>);
}

function inWords(choices: readonly string[]): string {
  return choices.length === 1 ? choices.join('') : `${choices.slice(0, -1).join(', ')} and ${choices.at(-1)}`;
}

/** As it may be typed: 1e-10, 100, 1e15. */
function plain(value: number): string {
  return Math.abs(value) >= 1e7 || (value !== 0 && Math.abs(value) < 1e-4)
    ? value.toExponential().replace('e+', 'e')
    : value.toLocaleString('en-US');
}
