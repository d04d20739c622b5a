import { hasSolution, listLessons } from '#kit/course';

/** A line of the usage of commands that run on either shelf; none where there is only one. */
export const shelfUsage = listLessons().some(hasSolution)
  ? '\n  --shelf NAME      whose functions: lessons (default, yours) or solutions'
  : '';
