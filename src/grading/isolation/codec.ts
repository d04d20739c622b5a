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

/**
 * Plain data as bytes: JSON, and behind it the bytes of all columns. Not `v8.serialize`, whose reader was not made
 * for bytes that somebody hostile has written.
 */
export function encode(message: unknown): Buffer {
  const columns: Uint8Array[] = [];
  const json = JSON.stringify(written(message, columns, 0));
  const text = Buffer.byteLength(json);
  const size = columns.reduce((sum, { length }) => sum + length, 4 + text);
  const bytes = Buffer.allocUnsafe(size);
  bytes.writeUInt32LE(text, 0);
  bytes.write(json, 4);
  let at = 4 + text;
  for (const column of columns) {
    bytes.set(column, at);
    at += column.length;
  }
  return bytes;
}

/** The same as JSON can write it. */
function written(value: unknown, columns: Uint8Array[], depth: number): unknown {
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
  if (Array.isArray(value)) return value.map((item) => written(item, columns, depth + 1));
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
  columns.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  return { [MARK]: kind, length: value.byteLength };
}

const numberWord = (value: number) => (Object.is(value, -0) ? '-0' : String(value));

const NUMBERS = new Map([
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
  ['-0', -0],
]);

/** @throws Error for bytes that `encode` would not write */
export function decode(bytes: Buffer): unknown {
  if (bytes.length < 4) throw new RangeError('A message of less than four bytes.');
  const end = 4 + bytes.readUInt32LE(0);
  if (end > bytes.length) throw new RangeError('A message that ends too early.');
  const columns = { bytes, at: end };
  const message = read(JSON.parse(bytes.toString('utf8', 4, end)), columns, 0);
  if (columns.at !== bytes.length) throw new RangeError('Bytes that belong to no column.');
  return message;
}

/** The bytes of all columns, and how many of them have been read. */
interface Columns {
  readonly bytes: Buffer;
  at: number;
}

function read(value: unknown, columns: Columns, depth: number): unknown {
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

function marked(value: Readonly<Record<string, unknown>>, columns: Columns): unknown {
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
