import inspector from 'node:inspector';

/**
 * Whether a debugger is attached to this process, or may be at any moment: then a test may stand still for
 * as long as somebody looks at it. An editor opens the door to it before anything else runs.
 */
export function isDebugged(): boolean {
  return inspector.url() !== undefined;
}
