import type { Debugger, Runtime } from 'node:inspector';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { DebuggedProcess } from './debugged-process';

/** Where a process stood still. */
export interface Stop {
  readonly line: number;
  readonly functionName: string;
  /** What was asked for there, as text. */
  readonly value: string;
}

export interface Visit {
  /** The end of the path of the file that is looked at. */
  readonly file: string;
  /** Where to stop, once at each. */
  readonly lines: readonly Line[];
}

export interface Line {
  readonly line: number;
  /** What to ask for there. */
  readonly expression: string;
  /** How long to stay. */
  readonly milliseconds: number;
}

/**
 * Debugs a process as an editor does: sets breakpoints before a file runs, by the lines of its source.
 */
export async function visit(address: string, { file, lines }: Visit): Promise<Stop[]> {
  const debugged = await DebuggedProcess.at(address);
  const stops: Stop[] = [];
  const breakpoints = new Map<string, Line>();
  let map: SourceMap | undefined;

  debugged.on('Debugger.paused', async ({ reason, data, callFrames, hitBreakpoints }: Paused) => {
    const [frame] = callFrames;
    const [breakpoint = ''] = hitBreakpoints ?? [];
    const stop = breakpoints.get(breakpoint);
    if (reason === 'instrumentation' && data?.url?.endsWith(file)) {
      map = mapIn(data.sourceMapURL);
      for (const line of lines) {
        breakpoints.set(await setBreakpoint(debugged, data.scriptId, map, line.line), line);
      }
    } else if (frame !== undefined && stop !== undefined && map !== undefined) {
      const { lineNumber, columnNumber = 0 } = frame.location;
      const { result } = await debugged.ask<Debugger.EvaluateOnCallFrameReturnType>(
        'Debugger.evaluateOnCallFrame',
        { callFrameId: frame.callFrameId, expression: `String(${stop.expression})` },
      );
      stops.push({
        line: originalLine(map, lineNumber, columnNumber),
        functionName: frame.functionName,
        value: String(result.value),
      });
      await debugged.ask('Debugger.removeBreakpoint', { breakpointId: breakpoint });
      await new Promise((resolve) => setTimeout(resolve, stop.milliseconds));
    }
    await debugged.ask('Debugger.resume');
  });
  // A process that is through waits until its debugger has left.
  debugged.on('Runtime.executionContextDestroyed', async () => debugged.leave());

  await debugged.ask('Runtime.enable');
  await debugged.ask('Debugger.enable');
  await debugged.ask('Debugger.setInstrumentationBreakpoint', {
    instrumentation: 'beforeScriptWithSourceMapExecution',
  });
  await debugged.ask('Runtime.runIfWaitingForDebugger');
  await debugged.left;
  return stops;
}

type Paused = Debugger.PausedEventDataType & {
  readonly data?: {
    readonly url?: string;
    readonly scriptId: Runtime.ScriptId;
    readonly sourceMapURL: string;
  };
};

function mapIn(url: string): SourceMap {
  const [, base64 = ''] = /^data:application\/json[^,]*;base64,(.+)$/.exec(url) ?? [];
  return new SourceMap(JSON.parse(Buffer.from(base64, 'base64').toString()) as SourceMapPayload);
}

/** Counted from 1. */
function originalLine(map: SourceMap, line: number, column: number): number {
  const entry = map.findEntry(line, column);
  return 'originalLine' in entry ? entry.originalLine + 1 : 0;
}

/** @returns its name */
async function setBreakpoint(
  debugged: DebuggedProcess,
  scriptId: string,
  map: SourceMap,
  line: number,
): Promise<string> {
  const { scriptSource } = await debugged.ask<Debugger.GetScriptSourceReturnType>(
    'Debugger.getScriptSource',
    { scriptId },
  );
  for (const [lineNumber, text] of scriptSource.split('\n').entries()) {
    const columnNumber = text.search(/\S/);
    if (columnNumber === -1 || originalLine(map, lineNumber, columnNumber) !== line) continue;
    const location = { scriptId, lineNumber, columnNumber };
    const { breakpointId } = await debugged.ask<Debugger.SetBreakpointReturnType>('Debugger.setBreakpoint', {
      location,
    });
    return breakpointId;
  }
  throw new Error(`Nothing runs for line ${line}.`);
}
