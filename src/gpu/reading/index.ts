export type {
  KernelMistake,
  KernelParameter,
  KernelReading,
  KernelSurroundings,
  PlainArgument,
  PlainLaunch,
  ThreadPlace,
  ThreadTrace,
} from './kernel-reading';
export { countNodes } from './count-nodes';
export { readKernel } from './read-kernel';
export { prepareThread, type FollowThread } from './follow-thread';
export { locate, type SourceLine } from './locate';
export { similarName } from './similar-name';
