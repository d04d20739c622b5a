import { articleData, Matrix } from '#kit/data';
import * as reference from './reference';

/** What is done to each column of inputs between 0 and 1. */
export type Treatment = 'raw' | 'centered' | 'scaled' | 'standardized';

const drawn = new Map<string, Matrix>();

/**
 * Inputs as the article's, uniform between 0 and 1, always the same; as they are, minus the mean, divided by
 * the standard deviation, or both. A new table each time.
 */
export function uniformInputs(rows: number, columns: number, treatment: Treatment = 'raw'): Matrix {
  const key = `${rows}×${columns} ${treatment}`;
  const inputs = drawn.get(key) ?? draw(rows, columns, treatment);
  drawn.set(key, inputs);
  return new Matrix(rows, columns, inputs.data.slice());
}

function draw(rows: number, columns: number, treatment: Treatment): Matrix {
  const { x } = articleData(1, { rows, scales: new Float32Array(columns).fill(1) });
  for (let column = 0; column < columns; column++) {
    const values = reference.columnOf(x, column);
    const [middle, deviation] = [reference.mean(values), reference.standardDeviation(values)];
    const shift = treatment === 'centered' || treatment === 'standardized' ? middle : 0;
    const divisor = treatment === 'scaled' || treatment === 'standardized' ? deviation : 1;
    for (let cell = column; cell < x.data.length; cell += columns) {
      x.data[cell] = (x.data[cell]! - shift) / divisor;
    }
  }
  return x;
}
