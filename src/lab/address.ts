import { chosenNumber, kindOf, type NumberName } from './numbers';
import {
  armNames,
  armsOf,
  backends,
  dataNames,
  optimizers,
  schedules,
  start,
  units,
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
  'unit',
];

/** @param search the part of an address behind its question mark */
export function readAddress(search: string): FromAddress {
  const query = new URLSearchParams(search);
  const notes: string[] = [];

  const oneOf = <Name extends string>(name: string, choices: readonly Name[], other: Name): Name => {
    const text = query.get(name);
    const found = choices.find((choice) => choice === text);
    if (text === null || found !== undefined) return found ?? other;
    notes.push(`The link asks for ${name} "${text}"; it may be ${either(choices)}. It is ${other} here.`);
    return other;
  };
  const number = <Other>(name: NumberName, other: Other): number | Other => {
    const asked = name === 'rate' ? 'lr' : name;
    const text = query.get(asked);
    if (text === null) return other;
    const value = chosenNumber(name, text);
    if (value !== undefined) return value;
    notes.push(`The link asks for ${asked} "${text}"; it takes ${kindOf(name)}.`);
    return other;
  };

  const known = [...query.keys()].filter((name, index, all) => all.indexOf(name) === index);
  for (const name of known)
    if (!names.includes(name)) notes.push(`The link has "${name}", which the lab does not know.`);

  const data = oneOf('data', dataNames, start.data);
  if (data === 'file')
    notes.push('The link is about a CSV file, which a link cannot carry: choose the file here.');
  const target = query.get('target');
  const optimizer = oneOf('optimizer', optimizers, start.optimizer);
  const schedule = oneOf('schedule', schedules, start.schedule);
  const settings: Settings = {
    data,
    optimizer,
    schedule,
    decay: number('decay', start.decay),
    batch: number('batch', start.batch),
    seed: number('seed', start.seed),
    arms: armsIn(query.get('arms'), { optimizer, schedule }, notes),
    backend: oneOf('backend', backends, start.backend),
    unit: oneOf('unit', units, start.unit),
    ...given('rate', number('rate', undefined)),
    ...given('rows', number('rows', undefined)),
    ...given('epochs', number('epochs', undefined)),
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
  put('unit', settings.unit, start.unit);
  return query.toString().replaceAll('%2C', ',');
}

function armsIn(
  text: string | null,
  recipe: Pick<Settings, 'optimizer' | 'schedule'>,
  notes: string[],
): Settings['arms'] {
  if (text === null) return start.arms;
  const asked = text.split(',');
  const found = armNames.filter((name) =>
    asked.some(
      (short) => Object.hasOwn(shortArms, short) && shortArms[short as keyof typeof shortArms] === name,
    ),
  );
  if (!asked.every((short) => Object.hasOwn(shortArms, short))) {
    notes.push(`The link asks for arms "${text}"; they may be ${either(Object.keys(shortArms))}.`);
  } else if (armsOf({ arms: found, ...recipe }).length === 0) {
    notes.push(
      'The link asks for raw at its best rate alone, which trains with plain descent at a constant rate only. ' +
        `The arms are ${start.arms.join(' and ')} here.`,
    );
  }
  return armsOf({ arms: found, ...recipe }).length > 0 ? found : start.arms;
}

function shortened(arms: Settings['arms']): string {
  return Object.entries(shortArms)
    .filter(([, name]) => arms.includes(name))
    .map(([short]) => short)
    .join(',');
}

function given<Name extends string>(name: Name, value: number | undefined) {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, number>);
}

function either(choices: readonly string[]): string {
  return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}
