import { lessonWith, loadModule } from '#kit/course';
import { articleCalls, raceCalls, type ArticleFunctions, type RaceFunctions } from '#kit/race';

/** The race's functions on the shelf of solutions, as TypeScript files: not bundled, unlike the command's. */
export async function loadSolutions(): Promise<RaceFunctions> {
  return (await load(Object.keys(raceCalls))) as unknown as RaceFunctions;
}

/** Those of the article's recipe too. */
export async function loadArticleSolutions(): Promise<ArticleFunctions> {
  return (await load(Object.keys(articleCalls))) as unknown as ArticleFunctions;
}

async function load(names: readonly string[]): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const name of names) {
    const lesson = lessonWith(name);
    if (lesson === undefined) throw new Error(`No lesson has a function named ${name}.`);
    found[name] = ((await loadModule(lesson.solution)) as Record<string, unknown>)[name];
  }
  return found;
}
