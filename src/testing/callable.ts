/** An exercise file lacks a function that its lesson asks for. */
export class MissingExport extends Error {
  override readonly name = 'MissingExport';

  constructor(readonly exercise: string) {
    super(`Your file exports no function named ${exercise}.`);
  }
}

/** @throws MissingExport unless the module exports a function of that name. */
export function callable(module: object, name: string): (...args: unknown[]) => unknown {
  const value: unknown = (module as Record<string, unknown>)[name];
  if (typeof value !== 'function') throw new MissingExport(name);
  return value as (...args: unknown[]) => unknown;
}
