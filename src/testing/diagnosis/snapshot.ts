import { Matrix } from '#kit/data';

/** What a value was at one moment, ready to be compared with what another implementation made. */
export type Snapshot =
  /** A number, a column or the cells of a table; `shape` says which, and how large. */
  | { readonly kind: 'numbers'; readonly shape: string; readonly values: ArrayLike<number> }
  | { readonly kind: 'parts'; readonly shape: string; readonly parts: readonly Snapshot[] }
  | { readonly kind: 'error'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

export function snapshotOf(value: unknown): Snapshot {
  if (typeof value === 'number') return { kind: 'numbers', shape: 'number', values: [value] };
  if (value instanceof Matrix) {
    return { kind: 'numbers', shape: `${value.rows} × ${value.columns}`, values: value.data.slice() };
  }
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return numbers(value as Float32Array);
  if (value instanceof Error) return { kind: 'error', name: value.name };
  if (Array.isArray(value)) {
    return { kind: 'parts', shape: `${value.length} in a list`, parts: value.map(snapshotOf) };
  }
  if (typeof value === 'object' && value !== null && !(value instanceof Promise)) {
    // Its functions are looked at when they are called; what it keeps beside them is its own business.
    if (methodsOf(value).length > 0) return { kind: 'text', text: 'functions' };
    const entries = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
    const shape = entries.map(([name]) => name).join(' ');
    return { kind: 'parts', shape, parts: entries.map(([, entry]) => snapshotOf(entry)) };
  }
  const text =
    typeof value === 'function' ? 'function' : value instanceof Promise ? 'Promise' : String(value);
  return { kind: 'text', text };
}

function numbers(values: Float32Array): Snapshot {
  return {
    kind: 'numbers',
    shape: `${values.constructor.name} of ${values.length}`,
    values: values.slice(),
  };
}

/** Names of the functions of an object, plain or of a class of the learner's. */
export function methodsOf(value: object): string[] {
  const prototype = Object.getPrototypeOf(value) as object | null;
  const isBuiltIn =
    value instanceof Matrix || value instanceof Error || value instanceof Promise || Array.isArray(value);
  if (isBuiltIn || ArrayBuffer.isView(value)) return [];
  const inherited =
    prototype === null || prototype === Object.prototype ? [] : Object.getOwnPropertyNames(prototype);
  return [...new Set([...Object.keys(value), ...inherited])].filter(
    (name) => name !== 'constructor' && typeof (value as Record<string, unknown>)[name] === 'function',
  );
}
