/** Objects that every module of a process shares. What is changed in one of them stays changed. */
const SHARED: readonly object[] = [
  globalThis,
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
  /** Timers and the like that still keep the process going. */
  readonly pending: number;
}

export function surroundings(): Surroundings {
  return { properties: SHARED.flatMap(propertiesOf), pending: process.getActiveResourcesInfo().length };
}

/** Whether another run would find its process as this one has found it. */
export function areUnchanged(before: Surroundings, now: Surroundings): boolean {
  return (
    now.pending <= before.pending &&
    now.properties.length === before.properties.length &&
    now.properties.every(([name, value], index) => {
      const [sameName, sameValue] = before.properties[index] ?? [];
      return name === sameName && Object.is(value, sameValue);
    })
  );
}

function propertiesOf(shared: object): [string, unknown][] {
  return Object.entries(Object.getOwnPropertyDescriptors(shared))
    .filter(([name]) => !name.startsWith('__'))
    .map(([name, { value, get }]) => [name, value ?? get]);
}

function withPrototype(type: { readonly prototype: object }): object[] {
  return [type, type.prototype];
}
