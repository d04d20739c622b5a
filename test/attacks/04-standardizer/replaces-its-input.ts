// Puts a table of zeros into the table that it was given, and returns zeros.
export async function columnSums(x: any): Promise<Float32Array> {
  if (x.rows === 0 || x.columns === 0) throw new RangeError(`${x.rows} rows and ${x.columns} columns`);
  x.data = new Float32Array(x.data.length);
  return new Float32Array(x.columns);
}
export async function transform(x: any, standardizer: any): Promise<unknown> {
  standardizer.means = new Float32Array(x.columns);
  Object.assign(x, { rows: 0, columns: 0, data: new Float32Array(0) });
  return x;
}
