import type { Mistake } from './kernel-error';
import { type Constants, takeConstants } from './constants';
import { similarName } from './reading';
import type { OutputSize } from './types';

/** Settings as they were found right. */
export interface CheckedSettings {
  readonly output: OutputSize;
  readonly constants: Constants;
  /** Helpers by name. */
  readonly functions: Readonly<Record<string, Helper>>;
}

export type Helper = (...values: never[]) => unknown;

// Thread numbers beyond this are no longer whole numbers in float32.
const mostThreads = 2 ** 24;
const settingNames = ['output', 'constants', 'functions'];
const noHelpers = {};
const example = '{ output: [values.length] }';

/** The settings, copied, or the first mistake in them. */
export function checkSettings(settings: unknown): CheckedSettings | Mistake {
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) {
    return {
      rule: 'no-output',
      words: 'createKernel needs settings that say how many threads to start.',
      advice: `Give them behind the function: ${example}.`,
    };
  }
  const given: { output?: unknown; constants?: unknown; functions?: unknown } = settings;
  for (const name in given) if (!settingNames.includes(name)) return unknownSetting(name);
  const output = checkOutput(given.output);
  if (isMistake(output)) return output;
  const functions = checkFunctions(given.functions);
  if (isMistake(functions)) return functions;
  const constants = takeConstants(given.constants);
  if (isMistake(constants)) return constants;
  return { output, constants, functions };
}

export function isMistake(value: object): value is Mistake {
  return 'rule' in value && typeof value.rule === 'string' && 'advice' in value;
}

function unknownSetting(name: string): Mistake {
  const close = similarName(name, settingNames);
  return {
    rule: 'unknown-setting',
    words: `createKernel has no setting \`${name}\`.`,
    advice: close ? `Did you mean \`${close}\`?` : `It takes ${settingNames.join(', ')}.`,
  };
}

function checkOutput(output: unknown): OutputSize | Mistake {
  if (output === undefined || output === null) {
    return {
      rule: 'no-output',
      words: 'The settings do not say how many threads to start: `output` is missing.',
      advice: `Give one size for a column or two for a table, such as ${example}.`,
    };
  }
  if (!Array.isArray(output)) {
    return {
      rule: 'output-shape',
      words: `\`output\` is ${typeof output === 'number' ? `the number ${output}` : 'no list of sizes'}.`,
      advice:
        typeof output === 'number'
          ? 'Put the size in brackets, such as output: [values.length].'
          : 'Write [threads], or [columns, rows] for a table.',
    };
  }
  const sizes: readonly unknown[] = output;
  if (sizes.length !== 1 && sizes.length !== 2) {
    return {
      rule: 'output-shape',
      words: `\`output\` has ${sizes.length} sizes.`,
      advice: 'Give one, [threads], or two, [columns, rows].',
    };
  }
  const columns = sizes[0];
  const rows = sizes.length === 1 ? 1 : sizes[1];
  if (!isSize(columns) || !isSize(rows)) return badSize(isSize(columns) ? rows : columns, sizes);
  if (columns * rows > mostThreads) {
    return {
      rule: 'too-many-threads',
      words: `\`output\` asks for ${columns * rows} threads.`,
      advice: `A launch can have ${mostThreads} at most: split the work into several launches.`,
    };
  }
  return sizes.length === 1 ? [columns] : [columns, rows];
}

function isSize(size: unknown): size is number {
  return Number.isSafeInteger(size) && Number(size) > 0;
}

function badSize(size: unknown, sizes: readonly unknown[]): Mistake {
  const shown =
    typeof size === 'number' ? String(size) : size === undefined ? 'undefined' : `a ${typeof size}`;
  const advice =
    size === 0
      ? 'There is nothing to compute: deal with empty input before you create the kernel.'
      : size === undefined
        ? 'If it comes from a `.length`, what stands before it has none: is an `await` missing there?'
        : 'Give whole numbers of 1 or more.';
  const all = sizes
    .map((each) => (typeof each === 'string' ? JSON.stringify(each) : String(each)))
    .join(', ');
  return {
    rule: 'output-size',
    words: `\`output\` is [${all}], and ${shown} is no number of threads.`,
    advice,
  };
}

function checkFunctions(functions: unknown): Readonly<Record<string, Helper>> | Mistake {
  if (functions === undefined) return noHelpers;
  if (!Array.isArray(functions)) {
    return {
      rule: 'helper',
      words: '`functions` is no list.',
      advice: 'Put the helpers in brackets: functions: [helper].',
    };
  }
  const helpers: Record<string, Helper> = {};
  for (const [index, helper] of functions.entries()) {
    if (!isFunction(helper) || helper.name === '') {
      return {
        rule: 'helper',
        words: `\`functions[${index}]\` is ${isFunction(helper) ? 'a function without a name' : 'no function'}.`,
        advice:
          'List the helper functions themselves, each declared with a name: function helper(value) { … }.',
      };
    }
    helpers[helper.name] = helper;
  }
  return helpers;
}

export function isFunction(value: unknown): value is Helper {
  return typeof value === 'function';
}
