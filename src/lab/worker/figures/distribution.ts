import { fewRows } from '../data';
import { functionsFor } from '../exercises';
import type { Drawn, Job } from '../../messages';

/** What a column goes through on its way to the common scale. */
interface ColumnFunctions {
  mean(values: Float32Array): number;
  center(values: Float32Array, mean: number): Promise<Float32Array>;
  standardDeviation(values: Float32Array): number;
  scale(values: Float32Array, standardDeviation: number): Promise<Float32Array>;
  standardize(values: Float32Array): Promise<Float32Array>;
}

const two = () => Float32Array.of(1, 3);

/** The first column of the data as it is, centered and standardized. */
export async function distribution(job: Job): Promise<Drawn> {
  const { mean, center, standardize } = await functionsFor<ColumnFunctions>(job.shelf, {
    mean: (shelf) => shelf.mean(two()),
    center: (shelf) => shelf.center(two(), 2),
    standardDeviation: (shelf) => shelf.standardDeviation(two()),
    scale: (shelf) => shelf.scale(two(), 1),
    standardize: (shelf) => shelf.standardize(two()),
  });
  const { x, columns } = await fewRows(job);
  const column = columns[0] ?? '';
  const values = Float32Array.from({ length: x.rows }, (_, row) => x.at(row, 0));
  return {
    state: 'ready',
    words: [
      'Normalizing moves a column to a mean of 0 and stretches it to a standard deviation of 1. Its shape stays.',
    ],
    drawing: {
      kind: 'distribution',
      of: `The column ${column}`,
      column: {
        name: column,
        raw: values,
        centered: await center(values, mean(values)),
        standardized: await standardize(values),
      },
    },
  };
}
