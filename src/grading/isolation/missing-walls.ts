import type { Walls } from './walls';

/** What each wall is called in docs/trust.md. */
const NAMES: Readonly<Record<keyof Walls, string>> = {
  namespaces: 'namespaces',
  nobody: 'another user',
  leash: 'an end with the grader',
  limits: 'limits of the system',
};

/** The walls that this machine cannot build, by their names. */
export function missingWalls(walls: Walls): string[] {
  return (Object.keys(NAMES) as (keyof Walls)[]).filter((wall) => !walls[wall]).map((wall) => NAMES[wall]);
}
