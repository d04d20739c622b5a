/** In bytes. A solution has 5 kB; what is so much larger is no exercise. */
export const EXERCISE_BYTES = 256 * 1024;

/** Entries of an archive. A course with its packages installed has some 5,000. */
export const ENTRIES = 50_000;

/** Bytes of an archive once it is unpacked. A course with its packages installed has some 150 million. */
export const UNPACKED_BYTES = 512 * 1024 * 1024;
