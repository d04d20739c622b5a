/** How long one test may take. The slowest right one needs a tenth of it. */
export const MOST_SECONDS = 5;

/** On webasm a kernel of a new size takes ten times as long to make, and on dev everything is slow. */
export const MOST_SECONDS_BESIDE_CPU = 20;

/** A test in a loop that was found endless before is given so much. */
export const MOST_SECONDS_IN_KNOWN_LOOP = 1;

/** The tests of all lessons need 0.2 GB. Less than this where V8 would give up earlier. */
export const MOST_BYTES = 1.5e9;

/** How often somebody looks, in milliseconds. */
export const PERIOD = 100;
