// Returns a table that says it has other sizes than its data.
import { Matrix } from '#kit/data';
export const columnSums = () => Object.assign(new Matrix(1, 1), { rows: 1_000_000, columns: 1_000_000 });
export const transform = async (x: Matrix) =>
  Object.assign(new Matrix(x.rows, x.columns), { rows: -1, columns: 0.5 });
export const inverseTransform = async (x: Matrix) =>
  Object.assign(Object.create(Matrix.prototype), { rows: x.rows, columns: x.columns, data: { length: 3 } });
