import { lessonWith, loadModule } from '#kit/course';
import { raceFunctionNames, type RaceFunctions } from '#kit/race';

/** The race's functions on the shelf of solutions, as TypeScript files: not bundled, unlike the command's. */
export async function loadSolutions(): Promise<RaceFunctions> {
  const found: Record<string, unknown> = {};
  for (const name of raceFunctionNames) {
    const lesson = lessonWith(name);
    if (lesson === undefined) throw new Error(`No lesson has a function named ${name}.`);
    found[name] = ((await loadModule(lesson.solution)) as Record<string, unknown>)[name];
  }
  return found as unknown as RaceFunctions;
}
