import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, Encoder } from '../../src/grading/isolation/codec';

const columns = fc.oneof(
  fc.float32Array(),
  fc.float64Array(),
  fc.int8Array(),
  fc.int16Array(),
  fc.int32Array(),
  fc.uint8Array(),
  fc.uint8ClampedArray(),
  fc.uint16Array(),
  fc.uint32Array(),
);

const leaf = fc.oneof(
  columns,
  fc.double(),
  fc.string({ unit: 'binary' }),
  fc.boolean(),
  fc.bigInt(),
  fc.constantFrom(null, undefined, NaN, -0, Infinity, -Infinity),
);
const name = fc.string().filter((text) => text !== '#' && text !== '__proto__');
const { message } = fc.letrec((tie) => ({
  message: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('message')),
    fc.dictionary(name, tie('message'), { noNullPrototype: true }),
  ),
}));

/** One message, or several together. */
function encode(...messages: readonly unknown[]): Buffer {
  const encoder = new Encoder();
  for (const each of messages) encoder.add(each);
  return encoder.take();
}

describe('messages as bytes', () => {
  it('arrive as they were: kinds of columns, NaN, −0 and undefined among them', () => {
    fc.assert(
      fc.property(fc.array(message), (sent) => {
        expect(decode(encode(...sent))).toStrictEqual(sent);
      }),
      { numRuns: 500 },
    );
  });

  it('that nobody has encoded are refused, or are plain data', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        try {
          decode(Buffer.from(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('cannot be made of functions, of instances, or of names that mean more than data', () => {
    expect(() => encode({ call: () => 1 })).toThrow(TypeError);
    expect(() => encode(Symbol('s'))).toThrow(TypeError);
    expect(() => encode({ '#': 'f32' })).toThrow(TypeError);
    expect(() => encode(JSON.parse('{"__proto__": 1}'))).toThrow(TypeError);
    expect(() => encode(new DataView(new ArrayBuffer(8)))).toThrow(TypeError);
    const circle: unknown[] = [];
    circle.push(circle);
    expect(() => encode(circle)).toThrow(RangeError);
  });

  it.each([
    ['a column that is longer than the message', '{"#":"f32","length":8}'],
    ['a column of no kind', '{"#":"f16","length":0}'],
    ['a column of a kind that every object has', '{"#":"constructor","length":0}'],
    ['a column of minus four bytes', '{"#":"f32","length":-4}'],
    ['a column of three bytes', '{"#":"f32","length":3}'],
    ['another prototype', '{"__proto__":{"then":1}}'],
    ['text that is no JSON', '{'],
    ['too much JSON', '1]['],
    ['a number that takes long to read', `{"#":"bigint","digits":"${'9'.repeat(10_000)}"}`],
    ['more depth than any data has', `${'['.repeat(100)}${']'.repeat(100)}`],
  ])('with %s are refused', (_, json) => {
    expect(() => decode(framed(json))).toThrow();
  });

  it('with bytes that belong to nothing are refused', () => {
    expect(() => decode(Buffer.concat([framed('1'), Buffer.alloc(1)]))).toThrow(RangeError);
  });

  it('have nothing where a list has holes', () => {
    // oxlint-disable-next-line no-sparse-arrays
    expect(decode(encode([1, , 2]))).toEqual([[1, undefined, 2]]);
  });

  it('are refused where there are too many to handle in one turn', () => {
    expect(() => decode(framed(Array(2_000).fill('1').join()))).toThrow(TypeError);
  });

  it('are refused where they are no list', () => {
    const bytes = framed('1');
    bytes.write(' 1 ', 4);
    expect(() => decode(bytes)).toThrow(TypeError);
  });

  it('are as they were when they were added, and none of one that cannot be sent', () => {
    const encoder = new Encoder();
    const column = Float32Array.of(1, 2);
    encoder.add({ column });
    column.fill(9);
    expect(() => encoder.add([column, () => 1])).toThrow(TypeError);
    encoder.add(column);
    expect(decode(encoder.take())).toStrictEqual([{ column: Float32Array.of(1, 2) }, Float32Array.of(9, 9)]);
    const large = new Float64Array(2 ** 20).fill(7);
    encoder.add(large);
    const [arrived] = decode(encoder.take()) as [Float64Array];
    expect(Buffer.compare(Buffer.from(arrived.buffer), Buffer.from(large.buffer))).toBe(0);
  });
});

/** A message that nobody has encoded. */
function framed(json: string): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(Buffer.byteLength(json) + 2);
  return Buffer.concat([size, Buffer.from(`[${json}]`)]);
}
