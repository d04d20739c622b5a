/** Made by the server, and by the build: see src/cli/lab/course-module.ts. */
declare module 'virtual:course' {
  export interface CourseLesson {
    readonly number: string;
    readonly name: string;
    readonly title: string;
    /** Names of its functions. */
    readonly exercises: readonly string[];
    readonly isSolved: boolean;
  }
  /** Whose functions the page draws: the learner's, or the solutions alone. */
  export const shelf: 'lessons' | 'solutions';
  export const lessons: readonly CourseLesson[];
  export function load(shelf: 'lessons' | 'solutions', lesson: string): Promise<Record<string, unknown>>;
}

declare module '*.csv?url' {
  const address: string;
  export default address;
}
