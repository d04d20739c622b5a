import { Matrix } from '#kit/data';

/** A copy that shares nothing with a test's data: numbers, columns, tables, lists and plain objects of them. */
export function copyOfData<Data>(data: Data): Data {
  return copy(data) as Data;
}

function copy(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data;
  if (data instanceof Matrix) return new Matrix(data.rows, data.columns, data.data.slice());
  if (ArrayBuffer.isView(data)) return (data as Float32Array).slice();
  if (Array.isArray(data)) return data.map(copy);
  return Object.fromEntries(Object.entries(data).map(([name, entry]) => [name, copy(entry)]));
}
