import { Session, type Debugger, type InspectorNotification, type Runtime } from 'node:inspector';
import { SourceMap, type SourceMapPayload } from 'node:module';
import type { Place } from '../failure';

/** A line of a learner's file that the main thread is at, and its function, by file and name. */
export interface LearnersLine {
  readonly at: Place;
  readonly inside: string;
}

/** A main thread that is deep in native code does not answer. */
const MOST_MILLISECONDS = 1_000;

/** How many times it is looked at, where it is in other people's code. */
const SAMPLES = 50;

/** How many waiting functions are known by name. */
const WAITING = 16;

/** Stops the main thread for a moment, and looks where it is. Undefined where that cannot be said for sure. */
export async function learnersLine(): Promise<LearnersLine | undefined> {
  const session = new Session();
  try {
    session.connectToMainThread();
    return await within(MOST_MILLISECONDS, sampled(session));
  } catch {
    return undefined;
  } finally {
    session.disconnect();
  }
}

function sampled(session: Session): Promise<LearnersLine | undefined> {
  return new Promise((resolve) => {
    const scripts = new Map<string, Debugger.ScriptParsedEventDataType>();
    let samples = 0;
    session.on('Debugger.scriptParsed', ({ params }) => scripts.set(params.scriptId, params));
    session.on('Debugger.paused', ({ params }: InspectorNotification<Debugger.PausedEventDataType>) => {
      const frame = framesOf(params).find(({ scriptId }) => isLearners(scripts.get(scriptId)?.url));
      samples += 1;
      session.post('Debugger.resume');
      if (frame !== undefined) resolve(lineOf(frame, scripts.get(frame.scriptId)));
      else if (samples === SAMPLES) resolve(undefined);
    });
    // While it stands, it cannot be asked to.
    session.on('Debugger.resumed', () => session.post('Debugger.pause'));
    session.post('Debugger.enable');
    session.post('Debugger.setAsyncCallStackDepth', { maxDepth: WAITING });
    session.post('Debugger.pause');
  });
}

type Frame = Pick<Runtime.CallFrame, 'functionName' | 'scriptId' | 'lineNumber' | 'columnNumber'>;

/** From the function that runs outwards, over those that wait for it. */
function framesOf({ callFrames, asyncStackTrace }: Debugger.PausedEventDataType): Frame[] {
  const frames: Frame[] = callFrames.map(({ functionName, location }) => ({
    functionName,
    ...location,
    columnNumber: location.columnNumber ?? 0,
  }));
  for (let waiting = asyncStackTrace; waiting !== undefined; waiting = waiting.parent) {
    frames.push(...waiting.callFrames);
  }
  return frames;
}

function isLearners(url: string | undefined): boolean {
  return url !== undefined && /\/lessons\/[^/]+\/[^/]+\.ts$/.test(url) && !url.endsWith('.test.ts');
}

/** The line as it stands in the file, which is not the one that runs: types were taken out of it. */
function lineOf(
  { functionName, lineNumber, columnNumber }: Frame,
  script: Debugger.ScriptParsedEventDataType | undefined,
): LearnersLine | undefined {
  const [, map] = /^data:application\/json[^,]*;base64,(.+)$/.exec(script?.sourceMapURL ?? '') ?? [];
  if (script === undefined || map === undefined) return undefined;
  const payload = JSON.parse(Buffer.from(map, 'base64').toString()) as SourceMapPayload;
  const entry = new SourceMap(payload).findEntry(lineNumber, columnNumber);
  if (!('originalLine' in entry)) return undefined;
  const file = script.url.replace(/^file:\/\//, '');
  return { at: { file, line: entry.originalLine + 1 }, inside: `${file} ${functionName}` };
}

function within<Result>(milliseconds: number, result: Promise<Result>): Promise<Result | undefined> {
  return Promise.race([
    result,
    new Promise<undefined>((resolve) => {
      setTimeout(resolve, milliseconds, undefined);
    }),
  ]);
}
