export { ErrorStream } from './error-stream';
export { MOST_SECONDS, MOST_SECONDS_BESIDE_CPU } from './limits';
export { lastWords } from './logbook';
export { NOTHING_RAN, runToTheEnd, type Ended } from './run-to-the-end';
export type { Told, WatchSettings } from './settings';
