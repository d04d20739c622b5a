import { parseCsv } from './csv';
import type { NamedDataset } from './dataset';
import { readPackageFile } from './package-file';

/** The file's headers, and the names they go by here. Cut, colour and clarity are words, and left out. */
const names: Readonly<Record<string, string>> = {
  carat: 'weight (carat)',
  depth: 'depth (% of width)',
  table: 'table (% of width)',
  x: 'length (mm)',
  y: 'width (mm)',
  z: 'height (mm)',
};

/**
 * Prices of 53,940 round cut diamonds. Depth is height over mean width, table the flat top over width.
 * In 20 rows a length, width or height of 0 stands for a missing one; they are kept, as in the source.
 *
 * Source: ggplot2's `diamonds` (MIT licence),
 * https://github.com/tidyverse/ggplot2/blob/master/data-raw/diamonds.csv, as `diamonds.csv` in the package
 * @observablehq/sample-datasets (ISC licence, © 2024 Observable, Inc.).
 *
 * @param text the content of `diamonds.csv`.
 * @returns `x` of 53,940×6: weight, depth, table, length, width, height. Targets in US dollars.
 * @throws RangeError when the text is not that table.
 */
export function parseDiamonds(text: string): NamedDataset {
  const { x, targets } = parseCsv(text, { target: 'price', columns: Object.keys(names) });
  return {
    name: 'diamonds',
    x,
    targets,
    columns: Object.values(names),
    target: 'price (US $)',
    source: "ggplot2's diamonds, from @observablehq/sample-datasets.",
  };
}

/**
 * `parseDiamonds` on the installed file.
 * @param read gives the file's text; where there is no disk, as in a browser, another one than the usual
 */
export async function loadDiamonds(read = readPackageFile): Promise<NamedDataset> {
  return parseDiamonds(await read('@observablehq/sample-datasets/diamonds.csv'));
}
