import { parseCsv } from './csv';
import type { NamedDataset } from './dataset';
import { readPackageFile } from './package-file';

/** The file's headers, and the names they go by here. */
const names: Readonly<Record<string, string>> = {
  cylinders: 'cylinders',
  // The file says cc, but a Volkswagen Beetle's 97 are cubic inches (1.6 litres).
  'displacement (cc)': 'displacement (cu in)',
  'power (hp)': 'power (hp)',
  'weight (lb)': 'weight (lb)',
  '0-60 mph (s)': '0–60 mph (s)',
  year: 'year (19__)',
};

/**
 * Cars of the model years 1970 to 1982: how far they go on a gallon, and six things about each.
 * Of 406 cars, 14 lack their economy or power and are left out.
 *
 * Source: 1983 ASA Data Exposition, http://lib.stat.cmu.edu/datasets/, as `cars.csv` in the package
 * @observablehq/sample-datasets (ISC licence, © 2024 Observable, Inc.).
 *
 * @param text the content of `cars.csv`.
 * @returns `x` of 392×6: cylinders, displacement, power, weight, time from 0 to 60 mph, year.
 * Targets in miles per gallon.
 * @throws RangeError when the text is not that table.
 */
export function parseCars(text: string): NamedDataset {
  const { x, targets } = parseCsv(text, { target: 'economy (mpg)', columns: Object.keys(names) });
  return {
    name: 'cars',
    x,
    targets,
    columns: Object.values(names),
    target: 'economy (mpg)',
    source: '1983 ASA Data Exposition, from @observablehq/sample-datasets.',
  };
}

/**
 * `parseCars` on the installed file.
 * @param read gives the file's text; where there is no disk, as in a browser, another one than the usual
 */
export async function loadCars(read = readPackageFile): Promise<NamedDataset> {
  return parseCars(await read('@observablehq/sample-datasets/cars.csv'));
}
