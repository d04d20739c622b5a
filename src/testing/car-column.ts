import { loadCars, type NamedDataset } from '#kit/data';

let cars: Promise<NamedDataset> | undefined;

/**
 * One column of the 392 cars, new each time. @param name how its name begins: 'power', 'weight', 'year'
 * @throws RangeError when no column begins so
 */
export async function carColumn(name: string): Promise<Float32Array> {
  cars ??= loadCars();
  const { x, columns } = await cars;
  const index = columns.findIndex((column) => column.startsWith(name));
  if (index === -1) throw new RangeError(`The cars have no column "${name}", only ${columns.join(', ')}.`);
  return Float32Array.from({ length: x.rows }, (_, row) => x.at(row, index));
}
