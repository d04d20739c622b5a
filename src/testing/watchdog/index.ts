export { ErrorStream } from './error-stream';
export { MOST_SECONDS, MOST_SECONDS_ON_WEBASM } from './limits';
export { lastWords } from './logbook';
export { runToTheEnd, type Ended } from './run-to-the-end';
export type { WatchSettings } from './settings';
