export { sideBySide, type SideBySideOptions, type Sides } from './side-by-side';
export type { CallsBeside, TimeBeside } from './tally';
export type { ThreadData, ThreadMessage } from './thread';
