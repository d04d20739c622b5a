import { Buffer } from 'node:buffer';

/** Kinds of columns that may cross. */
const KINDS = {
  f32: Float32Array,
  f64: Float64Array,
  i8: Int8Array,
  i16: Int16Array,
  i32: Int32Array,
  u8: Uint8Array,
  c8: Uint8ClampedArray,
  u16: Uint16Array,
  u32: Uint32Array,
} as const;

type Kind = keyof typeof KINDS;

const kindsByConstructor = new Map<unknown, Kind>(
  (Object.keys(KINDS) as Kind[]).map((kind) => [KINDS[kind], kind]),
);

/** What JSON has no word for is written as an object with this key; plain data never has it. */
const MARK = '#';

/** No data of the course is nested as deep. */
const DEEPEST = 64;

/** What comes together is handled in one turn, in which nobody can stop it. */
export const MOST_MESSAGES = 1_000;

/** Room for columns to begin with, and the most that is kept for the next ones. */
const FIRST_BYTES = 2 ** 14;
const MOST_KEPT_BYTES = 2 ** 22;

/**
 * Writes plain data as bytes, several messages together: JSON, and behind it the bytes of all columns. Not
 * `v8.serialize`, whose reader was not made for bytes that somebody hostile has written.
 */
export class Encoder {
  private texts: string[] = [];
  private characters = 0;
  private readonly columns = new Columns();

  /** How many messages there are so far. */
  get count(): number {
    return this.texts.length;
  }

  /** About how many bytes they take. */
  get size(): number {
    return this.characters + this.columns.size;
  }

  /**
   * Takes a message as it is now: what it holds may change after that.
   * @throws TypeError, RangeError for what is no plain data; nothing of it is written then
   */
  add(message: unknown): void {
    const before = this.columns.size;
    try {
      const text = JSON.stringify(written(message, this.columns, 0));
      this.texts.push(text);
      this.characters += text.length + 1;
    } catch (error) {
      this.columns.cut(before);
      throw error;
    }
  }

  /** All that was added since the last time. */
  take(): Buffer {
    const json = `[${this.texts.join(',')}]`;
    const length = Buffer.byteLength(json);
    const bytes = Buffer.allocUnsafe(4 + length + this.columns.size);
    bytes.writeUInt32LE(length, 0);
    bytes.write(json, 4);
    this.columns.copyTo(bytes, 4 + length);
    this.texts = [];
    this.characters = 0;
    this.columns.cut(0);
    return bytes;
  }
}

/** The bytes of columns, one behind the other. */
class Columns {
  size = 0;
  private bytes = Buffer.allocUnsafe(FIRST_BYTES);

  add({ buffer, byteOffset, byteLength }: ArrayBufferView): void {
    const size = this.size + byteLength;
    if (size > this.bytes.length) {
      const larger = Buffer.allocUnsafe(2 * size);
      this.bytes.copy(larger, 0, 0, this.size);
      this.bytes = larger;
    }
    this.bytes.set(new Uint8Array(buffer, byteOffset, byteLength), this.size);
    this.size = size;
  }

  copyTo(target: Buffer, at: number): void {
    this.bytes.copy(target, at, 0, this.size);
  }

  cut(size: number): void {
    this.size = size;
    if (size === 0 && this.bytes.length > MOST_KEPT_BYTES) this.bytes = Buffer.allocUnsafe(FIRST_BYTES);
  }
}

/** The same as JSON can write it. */
function written(value: unknown, columns: Columns, depth: number): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? value : { [MARK]: numberWord(value) };
    case 'undefined':
      return { [MARK]: 'undefined' };
    case 'bigint':
      return { [MARK]: 'bigint', digits: String(value) };
    case 'object':
      break;
    default:
      throw new TypeError(`A ${typeof value} cannot be sent.`);
  }
  if (value === null) return value;
  if (depth > DEEPEST) throw new RangeError('Data that is nested so deep cannot be sent.');
  // Not `map`, which leaves holes as they are.
  if (Array.isArray(value)) return Array.from(value, (item) => written(item, columns, depth + 1));
  if (!ArrayBuffer.isView(value)) {
    const copy: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      if (key === MARK || key === '__proto__')
        throw new TypeError(`Data with the name ${key} cannot be sent.`);
      copy[key] = written(item, columns, depth + 1);
    }
    return copy;
  }
  const kind = kindsByConstructor.get(value.constructor);
  if (kind === undefined) throw new TypeError(`A ${value.constructor.name} cannot be sent.`);
  columns.add(value);
  return { [MARK]: kind, length: value.byteLength };
}

const numberWord = (value: number) => (Object.is(value, -0) ? '-0' : String(value));

const NUMBERS = new Map([
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
  ['-0', -0],
]);

/** @returns the messages @throws Error for bytes that an `Encoder` would not write */
export function decode(bytes: Buffer): readonly unknown[] {
  if (bytes.length < 4) throw new RangeError('A message of less than four bytes.');
  const end = 4 + bytes.readUInt32LE(0);
  if (end > bytes.length) throw new RangeError('A message that ends too early.');
  const messages: unknown = JSON.parse(bytes.toString('utf8', 4, end));
  if (!Array.isArray(messages) || messages.length > MOST_MESSAGES)
    throw new TypeError('No list of messages.');
  const columns = { bytes, at: end };
  for (let index = 0; index < messages.length; index++) messages[index] = read(messages[index], columns, 0);
  if (columns.at !== bytes.length) throw new RangeError('Bytes that belong to no column.');
  return messages;
}

/** The bytes of all columns, and how many of them have been read. */
interface Reading {
  readonly bytes: Buffer;
  at: number;
}

function read(value: unknown, columns: Reading, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) throw new RangeError('Data that is nested too deep.');
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) value[index] = read(value[index], columns, depth + 1);
    return value;
  }
  const entries = value as Record<string, unknown>;
  if (Object.hasOwn(entries, MARK)) return marked(entries, columns);
  for (const key of Object.keys(entries)) {
    if (key === '__proto__') throw new RangeError('Data with another prototype.');
    const item = entries[key];
    if (typeof item === 'object' && item !== null) entries[key] = read(item, columns, depth + 1);
  }
  return entries;
}

function marked(value: Readonly<Record<string, unknown>>, columns: Reading): unknown {
  const what = String(value[MARK]);
  if (what === 'undefined') return undefined;
  if (what === 'bigint') return bigInt(String(value['digits']));
  if (NUMBERS.has(what)) return NUMBERS.get(what);
  const { length } = value;
  const { bytes, at } = columns;
  if (!Object.hasOwn(KINDS, what) || !isCount(length) || at + length > bytes.length) {
    throw new RangeError('A column that is not there.');
  }
  columns.at += length;
  // Copied, so that it begins where numbers of its size may.
  return new KINDS[what as Kind](new Uint8Array(bytes.subarray(at, at + length)).buffer);
}

/** To read many digits takes far longer than to send them. */
const MOST_DIGITS = 1_000;

function bigInt(digits: string): bigint {
  if (digits.length > MOST_DIGITS) throw new RangeError('A number of too many digits.');
  return BigInt(digits);
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
