import type { Aliases } from './imports';

/** What is read from package.json. */
export interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly imports: Aliases;
}

export function parsed(text: string): Manifest {
  return JSON.parse(text) as Manifest;
}
