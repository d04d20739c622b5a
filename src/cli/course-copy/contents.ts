/** Every file of a copy of the course, with its text, by its path there; in the order of the paths. */
export type Contents = ReadonlyMap<string, string>;
