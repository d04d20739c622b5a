import { Buffer } from 'node:buffer';
import { Matrix } from '#kit/data';
import { Mismatch } from '../mismatch';
import { overwritten } from '../overwritten';
import { unfolded } from './unfolded';
import type { Content, Parcel, TypedArray, Wire } from './wire';

/**
 * How many objects are watched for changes between crossings. A training shares thousands, one after the
 * other; the older ones are brought up to date when they are handed over again.
 */
const WATCHED = 16;

/** Lists and objects within each other, in one value. */
const MOST_UNFOLDED = 100_000;

const ENDLESS =
  'What came back holds itself, or lists in lists in lists. Return numbers, columns and tables.';

const CHANGELING = 'Something that came back before is now something else altogether.';

/** What has no numbers may say of itself that it has places for any number of them, and somebody may walk through. */
const MOST_EMPTY = 1_000_000;

const SIZES = new Set(['length', 'rows', 'columns']);

/** The side on which tests run. */
const TEST_SIDE = 0;

type RemoteFunction = (...args: unknown[]) => Promise<unknown>;

/** Calls the function that the other side knows by this number. */
export type CallFunction = (id: number, args: unknown[]) => Promise<unknown>;

/**
 * One side's view of the objects that two processes share. An object that crosses twice arrives as the
 * same object, and every crossing brings both views up to date, so that overwriting an input, or keeping
 * an array that changes later, shows on the other side as it would within one process.
 */
export class SharedMemory {
  private readonly objects = new Map<number, object>();
  private readonly ids = new Map<object, number>();
  private readonly lastContents = new Map<number, Content>();
  private readonly functions: ((...args: never[]) => unknown)[] = [];
  private readonly functionIds = new Map<object, number>();
  private readonly remoteFunctions = new Map<number, RemoteFunction>();
  private readonly remoteFunctionIds = new Map<object, number>();
  /** Those that are brought up to date at every crossing, the oldest first. */
  private readonly recent = new Set<number>();
  private nextId: number;

  /** @param side 0 or 1; the two sides of one connection need different ones. */
  constructor(
    private readonly side: 0 | 1,
    private readonly call: CallFunction,
  ) {
    this.nextId = side;
  }

  /** @throws TypeError naming what cannot cross: a symbol, a Promise, a Map, an instance of a class. */
  pack(value: unknown): Parcel {
    const firstNewId = this.nextId;
    try {
      return { value: this.toWire(value), contents: this.changedContents() };
    } catch (error) {
      // What did not cross is not shared.
      for (; this.nextId > firstNewId; this.nextId -= 2) this.forget(this.nextId - 2);
      throw error;
    }
  }

  private changedContents(): Parcel['contents'] {
    const contents: [number, Content][] = [];
    // The set grows while it is walked: contents may name objects that have not been shared before.
    for (const id of this.recent) {
      const object = this.objects.get(id);
      if (object === undefined) continue;
      const last = this.lastContents.get(id);
      if (last?.kind === 'typed' && sameValues(object as TypedArray, last.values)) continue;
      const content = this.contentOf(object);
      if (last !== undefined && sameContent(content, last)) continue;
      contents.push([id, content]);
    }
    for (const [id, content] of contents) this.lastContents.set(id, content);
    for (const id of this.recent) {
      if (this.recent.size <= WATCHED) break;
      this.recent.delete(id);
    }
    return contents;
  }

  /** @throws TypeError for contents that nothing can have: whoever sends them has not packed them here */
  unpack(parcel: Parcel): unknown {
    const told = new Set<number>();
    for (const [id, content] of parcel.contents) {
      const known = this.objects.get(id);
      if (told.has(id) || (known !== undefined && !isOfKind(known, content))) throw new TypeError(CHANGELING);
      told.add(id);
      if (known === undefined) this.remember(id, emptyLike(content));
    }
    for (const [id, content] of parcel.contents) {
      const seenFromHere = mirrored(content);
      this.refuseOverwritten(id, seenFromHere);
      this.fill(id, content);
      // Typed values are copied: a message that stays in this process must not alias our own array.
      this.lastContents.set(id, seenFromHere);
    }
    const value = this.fromWire(parcel.value);
    if (this.side === TEST_SIDE) this.refuseEndless(value, parcel.contents);
    return value;
  }

  /** To write such a thing out, or to copy it, would take for ever. @throws Mismatch */
  private refuseEndless(value: unknown, contents: Parcel['contents']): void {
    const known = new Map<object, number>();
    for (const each of [value, ...contents.map(([id]) => this.objects.get(id))]) {
      if (unfolded(each, known) > MOST_UNFOLDED) throw new Mismatch(ENDLESS);
    }
  }

  /** The function of this side that the other side knows by this number. */
  ownFunction(id: number): ((...args: never[]) => unknown) | undefined {
    return this.functions[id];
  }

  private toWire(value: unknown): Wire {
    if (typeof value === 'function') return this.functionToWire(value as (...args: never[]) => unknown);
    if (typeof value === 'symbol') throw new TypeError('A symbol cannot be handed to another process.');
    if (typeof value !== 'object' || value === null) {
      return { kind: 'plain', value: value as number | string | boolean | bigint | null | undefined };
    }
    const known = this.ids.get(value);
    if (known !== undefined) {
      this.recent.add(known);
      return { kind: 'shared', id: known };
    }
    refuseUnlessData(value);
    const id = this.nextId;
    this.nextId += 2;
    this.remember(id, value);
    return { kind: 'shared', id };
  }

  private functionToWire(value: (...args: never[]) => unknown): Wire {
    const yours = this.remoteFunctionIds.get(value);
    if (yours !== undefined) return { kind: 'function', id: yours, yours: true };
    let id = this.functionIds.get(value);
    if (id === undefined) {
      id = this.functions.push(value) - 1;
      this.functionIds.set(value, id);
    }
    return { kind: 'function', id, yours: false };
  }

  private fromWire(wire: Wire): unknown {
    if (wire.kind === 'plain') return wire.value;
    if (wire.kind === 'shared') return this.objects.get(wire.id);
    if (wire.yours) return this.functions[wire.id];
    let remote = this.remoteFunctions.get(wire.id);
    if (remote === undefined) {
      remote = (...args) => this.call(wire.id, args);
      this.remoteFunctions.set(wire.id, remote);
      this.remoteFunctionIds.set(remote, wire.id);
    }
    return remote;
  }

  private remember(id: number, object: object): void {
    this.objects.set(id, object);
    this.ids.set(object, id);
    this.recent.add(id);
  }

  private forget(id: number): void {
    const object = this.objects.get(id);
    if (object !== undefined) this.ids.delete(object);
    this.objects.delete(id);
    this.recent.delete(id);
  }

  private contentOf(object: object): Content {
    if (ArrayBuffer.isView(object)) return { kind: 'typed', values: (object as TypedArray).slice() };
    if (Array.isArray(object)) return { kind: 'array', items: object.map((item) => this.toWire(item)) };
    if (object instanceof Matrix) {
      return { kind: 'matrix', rows: object.rows, columns: object.columns, data: this.toWire(object.data) };
    }
    const entries = Object.entries(object).map(([key, value]) => [key, this.toWire(value)] as const);
    if (!(object instanceof Error)) return { kind: 'object', entries };
    const { name, message } = object;
    return { kind: 'error', name, message, entries: entries.filter(([key]) => !ERROR_KEYS.has(key)) };
  }

  /** A test's own data stays as it is: what is right is computed from it. @throws Mismatch */
  private refuseOverwritten(id: number, content: Content): void {
    const isOwn = id % 2 === this.side;
    const object = this.objects.get(id);
    if (this.side !== TEST_SIDE || !isOwn || object === undefined) return;
    const before = this.lastContents.get(id);
    const isSame =
      content.kind === 'typed' && ArrayBuffer.isView(object)
        ? sameValues(object as TypedArray, content.values)
        : before !== undefined && sameContent(content, before);
    if (!isSame) throw overwritten(object, content.kind === 'typed' ? content.values : 'something else');
  }

  private fill(id: number, content: Content): void {
    const object = this.objects.get(id);
    // What is frozen keeps its contents, and tells the other side so at the next crossing.
    if (object === undefined || Object.isFrozen(object)) return;
    switch (content.kind) {
      case 'typed':
        (object as Float32Array).set(content.values);
        return;
      case 'array':
        (object as unknown[]).splice(0, Infinity, ...content.items.map((item) => this.fromWire(item)));
        return;
      case 'matrix': {
        const { rows, columns } = content;
        const data = this.fromWire(content.data);
        if (!(data instanceof Float32Array) || data.length !== rows * columns) {
          throw new TypeError(`A Matrix of ${rows} × ${columns} needs so many numbers, in a Float32Array.`);
        }
        if (data.length === 0 && Math.max(rows, columns) > MOST_EMPTY) {
          throw new RangeError(
            `A Matrix of ${rows} × ${columns} has no numbers, and far too many places for them.`,
          );
        }
        Object.assign(object, { rows, columns, data });
        return;
      }
      case 'object':
      case 'error': {
        const entries = content.entries.map(([key, value]) => [key, this.fromWire(value)] as const);
        refuseSize(content.entries);
        const kept = new Set(entries.map(([key]) => key));
        for (const key of Object.keys(object)) if (!kept.has(key)) Reflect.deleteProperty(object, key);
        const own = content.kind === 'error' ? entries.filter(([key]) => !ERROR_KEYS.has(key)) : entries;
        Object.assign(object, Object.fromEntries(own));
      }
    }
  }
}

/** What every error has, and carries across by itself or not at all. */
const ERROR_KEYS = new Set(['name', 'message', 'stack', 'cause']);

function refuseUnlessData(value: object): void {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return;
  if (Array.isArray(value) || value instanceof Matrix || value instanceof Error) return;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return;
  const name = value.constructor.name;
  const forgotten = value instanceof Promise ? ' Is an `await` missing?' : '';
  throw new TypeError(
    `A ${name} cannot be handed to another process: use arrays, tables and plain objects.${forgotten}`,
  );
}

/** What kind of thing an object is never changes, and neither does the length of a column. */
function isOfKind(object: object, content: Content): boolean {
  switch (content.kind) {
    case 'typed':
      return (
        ArrayBuffer.isView(object) &&
        (object as TypedArray)[Symbol.toStringTag] === content.values[Symbol.toStringTag] &&
        (object as TypedArray).length === content.values.length
      );
    case 'matrix':
      return object instanceof Matrix;
    case 'array':
      return Array.isArray(object);
    case 'error':
      return object instanceof Error;
    case 'object':
      return !(
        ArrayBuffer.isView(object) ||
        object instanceof Matrix ||
        Array.isArray(object) ||
        object instanceof Error
      );
  }
}

/** Of a thing that is neither a list nor a table. @throws RangeError */
function refuseSize(entries: Entries): void {
  for (const [key, wire] of entries) {
    if (SIZES.has(key) && wire.kind === 'plain' && Number(wire.value) > MOST_EMPTY) {
      throw new RangeError(
        `What came back says that its ${key} is ${String(wire.value)}, and has no numbers.`,
      );
    }
  }
}

function emptyLike(content: Content): object {
  switch (content.kind) {
    case 'typed':
      return content.values.slice();
    case 'array':
      return [];
    case 'matrix':
      return new Matrix(0, 0);
    case 'object':
      return {};
    case 'error': {
      const error =
        content.name === 'RangeError' ? new RangeError(content.message) : new Error(content.message);
      // What the other side's stack says is of no use here, and may name its files.
      error.stack = `${content.name}: ${content.message}`;
      if (error.name !== content.name) Object.defineProperty(error, 'name', { value: content.name });
      return error;
    }
  }
}

/** Contents that the other side has sent, as this side would send them: whose a function is depends on who says so. */
function mirrored(content: Content): Content {
  const flip = (wire: Wire): Wire => (wire.kind === 'function' ? { ...wire, yours: !wire.yours } : wire);
  switch (content.kind) {
    case 'array':
      return { ...content, items: content.items.map(flip) };
    case 'object':
    case 'error':
      return { ...content, entries: content.entries.map(([key, value]) => [key, flip(value)] as const) };
    default:
      return content;
  }
}

function sameContent(left: Content, right: Content): boolean {
  if (left.kind === 'array' && right.kind === 'array') return sameList(left.items, right.items, sameWire);
  if (left.kind === 'matrix' && right.kind === 'matrix') {
    return left.rows === right.rows && left.columns === right.columns && sameWire(left.data, right.data);
  }
  if (left.kind === 'object' && right.kind === 'object') return sameEntries(left.entries, right.entries);
  if (left.kind === 'error' && right.kind === 'error') {
    return left.message === right.message && sameEntries(left.entries, right.entries);
  }
  return false;
}

type Entries = readonly (readonly [string, Wire])[];

function sameEntries(left: Entries, right: Entries): boolean {
  return sameList(left, right, ([key, value], [other, against]) => key === other && sameWire(value, against));
}

function sameWire(left: Wire, right: Wire): boolean {
  if (left.kind === 'plain') return right.kind === 'plain' && Object.is(left.value, right.value);
  if (left.kind === 'shared') return right.kind === 'shared' && left.id === right.id;
  return right.kind === 'function' && left.id === right.id && left.yours === right.yours;
}

function sameList<Item>(
  left: readonly Item[],
  right: readonly Item[],
  same: (one: Item, other: Item) => boolean,
): boolean {
  return left.length === right.length && left.every((item, index) => same(item, right[index]!));
}

function bytesOf({ buffer, byteOffset, byteLength }: TypedArray): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function sameValues(left: TypedArray, right: TypedArray): boolean {
  if (left.length !== right.length) return false;
  // Mostly nothing has changed, and bytes are compared far sooner than numbers. Not all bytes of NaN are the same.
  if (left.constructor === right.constructor && bytesOf(left).equals(bytesOf(right))) return true;
  for (let index = 0; index < left.length; index++) {
    if (!Object.is(left[index], right[index])) return false;
  }
  return true;
}
