/** Objects that every module of a process shares. What is changed in one of them stays changed. */
const SHARED: readonly object[] = [
  ...[Object, Function, Array, String, Number, Boolean, BigInt, Symbol, RegExp, Date, Error, Promise].flatMap(
    withPrototype,
  ),
  ...[Map, Set, WeakMap, WeakSet, ArrayBuffer, DataView].flatMap(withPrototype),
  ...[Float32Array, Float64Array, Int8Array, Int16Array, Int32Array].flatMap(withPrototype),
  ...[Uint8Array, Uint8ClampedArray, Uint16Array, Uint32Array].flatMap(withPrototype),
  ...withPrototype(Object.getPrototypeOf(Float32Array) as typeof Float32Array),
  Math,
  JSON,
  Reflect,
  performance,
];

type Property = readonly [name: string | symbol, value: unknown, set: unknown];

/** What the code of an exercise could leave behind in its process. */
export interface Surroundings {
  readonly properties: readonly Property[];
  /** What the global object holds under the names of the language's own. */
  readonly own: readonly unknown[];
  /** All its names. Node itself fills in the values of some when they are first used. */
  readonly names: readonly PropertyKey[];
  readonly environment: string;
  readonly timers: number;
}

export function surroundings(): Surroundings {
  return {
    properties: SHARED.flatMap(propertiesOf),
    own: OWN_NAMES.map((name): unknown => Reflect.get(globalThis, name)),
    names: Reflect.ownKeys(globalThis).filter((name) => !isOfVitest(name)),
    environment: JSON.stringify(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST_'))),
    timers: process.getActiveResourcesInfo().filter((resource) => WAITING.has(resource)).length,
  };
}

const OWN_NAMES: readonly string[] = [
  ...SHARED.flatMap((shared) =>
    typeof shared === 'function' && shared.name in globalThis ? [shared.name] : [],
  ),
  'Math',
  'JSON',
  'Reflect',
  'parseFloat',
  'isNaN',
  'setTimeout',
  'queueMicrotask',
];

const WAITING: ReadonlySet<string> = new Set(['Timeout', 'Immediate']);

/** Whether another run would find its process as this one has found it. */
export function areUnchanged(before: Surroundings, now: Surroundings): boolean {
  return (
    now.timers <= before.timers &&
    now.environment === before.environment &&
    now.names.length === before.names.length &&
    now.names.every((name, index) => name === before.names[index]) &&
    now.own.every((value, index) => Object.is(value, before.own[index])) &&
    areTheSame(before.properties, now.properties)
  );
}

function areTheSame(before: readonly Property[], now: readonly Property[]): boolean {
  return (
    now.length === before.length &&
    now.every((property, index) => property.every((part, place) => Object.is(part, before[index]?.[place])))
  );
}

function propertiesOf(shared: object): Property[] {
  return Reflect.ownKeys(shared).map((name) => {
    const { value, get, set } = Reflect.getOwnPropertyDescriptor(shared, name) ?? {};
    return [name, value ?? get, set];
  });
}

/** It has names of its own, which come and go. */
function isOfVitest(name: string | symbol): boolean {
  return String(name).startsWith('__') || String(name).startsWith('Symbol(');
}

function withPrototype(type: { readonly prototype: object }): object[] {
  return [type, type.prototype];
}
