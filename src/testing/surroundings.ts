/** Objects that every module of a process shares. What is changed in one of them stays changed. */
const SHARED: readonly object[] = [
  ...[
    Object,
    Function,
    Array,
    String,
    Number,
    Boolean,
    Symbol,
    RegExp,
    Error,
    Promise,
    Map,
    Set,
    WeakMap,
  ].flatMap(withPrototype),
  ...[Object.getPrototypeOf(Float32Array) as typeof Float32Array, Float32Array, Float64Array].flatMap(
    withPrototype,
  ),
  Math,
  JSON,
  Reflect,
];

/** What the code of an exercise could leave behind in its process. */
export interface Surroundings {
  readonly properties: readonly (readonly [name: string, value: unknown])[];
  /** Names alone: Node itself fills in the values of some when they are first used. */
  readonly globals: readonly string[];
  readonly timers: number;
}

export function surroundings(): Surroundings {
  return {
    properties: SHARED.flatMap(propertiesOf),
    // vitest has its own, which come and go.
    globals: Object.getOwnPropertyNames(globalThis).filter((name) => !name.startsWith('__')),
    timers: process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length,
  };
}

/** Whether another run would find its process as this one has found it. */
export function areUnchanged(before: Surroundings, now: Surroundings): boolean {
  return (
    now.timers <= before.timers &&
    now.globals.length === before.globals.length &&
    now.globals.every((name, index) => name === before.globals[index]) &&
    now.properties.length === before.properties.length &&
    now.properties.every(([name, value], index) => {
      const [sameName, sameValue] = before.properties[index] ?? [];
      return name === sameName && Object.is(value, sameValue);
    })
  );
}

function propertiesOf(shared: object): [string, unknown][] {
  return Object.entries(Object.getOwnPropertyDescriptors(shared)).map(([name, { value, get }]) => [
    name,
    value ?? get,
  ]);
}

function withPrototype(type: { readonly prototype: object }): object[] {
  return [type, type.prototype];
}
