/** What an exercise throws until it is written. Test runs know it by its name, in any process. */
export class NotStarted extends Error {
  override readonly name = 'NotStarted';

  constructor(readonly exercise: string) {
    super(`${exercise} is not written yet. Put your code where it says todo('${exercise}').`);
  }
}

/** Marks an exercise as not begun. @throws NotStarted, always. */
export function todo(exercise: string): never {
  throw new NotStarted(exercise);
}
