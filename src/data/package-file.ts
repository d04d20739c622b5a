/**
 * The text of a file in an installed package, such as `@observablehq/sample-datasets/cars.csv`.
 * @throws Error where there are no files to read, as in a browser.
 */
export async function readPackageFile(specifier: string): Promise<string> {
  // Asked for at run time: an import of node: modules could not be bundled for the browser.
  const builtin = globalThis.process?.getBuiltinModule;
  if (builtin === undefined) {
    throw new Error(
      `${specifier} is read from disk, which needs Node. Elsewhere, fetch its text and parse it.`,
    );
  }
  const { createRequire } = builtin('node:module');
  const { readFile } = builtin('node:fs/promises');
  return readFile(createRequire(import.meta.url).resolve(specifier), 'utf8');
}
