import { type CallSite, type CodePlace, placeOf, readCode } from './learner-code';
import type { Program } from './programs';
import { type KernelMistake, locate } from './reading';

// The same mistake is met again and again while a property shrinks, and finding its line takes a while.
const known = new WeakMap<Program, Map<string, CodePlace>>();

/** The line of a mistake inside a kernel, in the learner's file; the line of createKernel where it cannot be found. */
export function placeOfMistake(
  mistake: KernelMistake,
  program: Program,
  site: CallSite,
): CodePlace | undefined {
  const call = placeOf(site);
  if (call === undefined) return undefined;
  const places = known.get(program) ?? new Map<string, CodePlace>();
  known.set(program, places);
  const key = [call.file, call.line, mistake.helper, mistake.start, mistake.end].join();
  const place = places.get(key) ?? findLine(mistake, program, call);
  places.set(key, place);
  return place;
}

function findLine(mistake: KernelMistake, program: Program, call: CodePlace): CodePlace {
  const file = readCode(call.file);
  if (file === undefined) return call;
  const source =
    mistake.helper === undefined
      ? program.reading.original
      : (program.surroundings.functions[mistake.helper] ?? '');
  const { line, text } = locate(file, call.line, source, mistake);
  return { ...call, line, code: text };
}
