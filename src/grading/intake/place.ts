/** Where in an archive something stands that matters. */
export interface Place {
  /** The folder that the course is in; '' for the archive's own top. */
  readonly folder: string;
  /** '02-mean-centering' */
  readonly lesson: string;
  /** The lesson's folder, its exercise, or a folder in the exercise's place, with what is in it. */
  readonly at: 'lesson' | 'exercise' | 'folder';
}

/** What a sentence calls it. */
export function nameOf({ lesson, at }: Place): string {
  return at === 'lesson' ? `lessons/${lesson}` : 'exercise.ts';
}

/**
 * What the name of an entry means. The course is at the top of an archive, or one folder deeper, as where a
 * whole repository is packed. Nothing is ever written where a name points to: it is only compared.
 * @param name with `/` between folders
 * @param lessons their names
 */
export function placeOf(name: string, lessons: ReadonlySet<string>): Place | undefined {
  const parts = name.split('/');
  while (parts[0] === '.') parts.shift();
  const isFolder = parts.at(-1) === '';
  if (isFolder) parts.pop();
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return undefined;
  for (const depth of [0, 1]) {
    const [top, lesson, file, ...below] = parts.slice(depth);
    if (top !== 'lessons' || lesson === undefined || !lessons.has(lesson)) continue;
    const folder = parts.slice(0, depth).join('/');
    if (file === undefined) return { folder, lesson, at: 'lesson' };
    if (file !== 'exercise.ts') return undefined;
    return { folder, lesson, at: isFolder || below.length > 0 ? 'folder' : 'exercise' };
  }
  return undefined;
}
