import { checkArrays } from './check-arrays';
import { checkCalls } from './check-calls';
import { checkDeclarations } from './check-declarations';
import { checkLoops } from './check-loops';
import { checkNames } from './check-names';
import { checkReturns } from './check-returns';
import { checkSyntax } from './check-syntax';
import { checkTruth } from './check-truth';
import { checkHelperNumbers, checkWholeNumbers } from './check-whole-numbers';
import { copies } from './copies';
import { indexesByData } from './index-by-data';
import type { KernelMistake, KernelParameter, KernelReading, KernelSurroundings } from './kernel-reading';
import { lookAt, report, type Look } from './look';
import { parseKernel, type NotAKernel } from './parse-kernel';
import { calledHelper, walk } from './syntax';

/**
 * Reads a kernel's source before gpu.js does, and names everything in it that gpu.js cannot do, or would
 * do silently wrong. It never throws.
 */
export function readKernel(source: string, surroundings: KernelSurroundings): KernelReading {
  const looks: Look[] = [];
  const mistakes: KernelMistake[] = [];
  const helpers: Record<string, string> = {};
  const kernel = readFunction(source, surroundings, undefined, looks, mistakes);
  for (const [name, helperSource] of Object.entries(surroundings.functions)) {
    const helper = readFunction(helperSource, surroundings, name, looks, mistakes);
    helpers[name] = helper.source;
  }
  checkHelperNumbers(looks);
  checkHelperNames(looks);
  for (const look of looks) mistakes.push(...tidy(look));
  return {
    original: source,
    source: kernel.source,
    parameters: kernel.parameters,
    mistakes,
    helpers,
    indexesByData: looks.some(indexesByData),
    copies: copies(looks),
  };
}

interface FunctionReading {
  readonly source: string;
  readonly parameters: readonly KernelParameter[];
}

function readFunction(
  original: string,
  surroundings: KernelSurroundings,
  helper: string | undefined,
  looks: Look[],
  mistakes: KernelMistake[],
): FunctionReading {
  const parsed = parseKernel(original);
  if (typeof parsed === 'string') {
    mistakes.push(notAKernel(parsed, original, helper));
    return { source: original, parameters: [] };
  }
  const look = lookAt(original, parsed, surroundings, helper);
  looks.push(look);
  checkSyntax(look);
  checkNames(look);
  checkDeclarations(look);
  const dimensions = checkArrays(look);
  checkCalls(look);
  checkTruth(look);
  checkWholeNumbers(look);
  checkLoops(look);
  checkReturns(look);
  if (helper !== undefined) checkHelperParameters(look, dimensions);
  const parameters = parsed.function.params.map((parameter): KernelParameter => {
    const name = parameter.type === 'Identifier' ? parameter.name : '';
    return { name, dimensions: dimensions.get(name) };
  });
  return { source: parsed.source, parameters };
}

function notAKernel(why: NotAKernel, source: string, helper: string | undefined): KernelMistake {
  const who = helper === undefined ? 'A kernel' : `The helper \`${helper}\``;
  const told: Readonly<Record<NotAKernel, readonly [words: string, advice: string]>> = {
    method: [
      `${who} must be a plain function, not a method of an object or a class.`,
      'Write function name(…) { … }, or name: function (…) { … }.',
    ],
    class: [`${who} must be a function, not a class.`, 'Write function (…) { … }.'],
    hidden: [
      'The source of this function cannot be read: it is built in, or made with bind.',
      'Hand over the function itself, written as function (…) { … }.',
    ],
  };
  const [words, advice] = told[why];
  const rule = why === 'hidden' ? 'no-source' : why;
  const place = helper === undefined ? {} : { helper };
  return {
    rule,
    words,
    advice,
    start: 0,
    end: Math.min(source.length, source.indexOf('{') + 1 || source.length),
    ...place,
  };
}

function checkHelperParameters(look: Look, dimensions: ReadonlyMap<string, number>): void {
  for (const [name, subscripts] of dimensions) {
    const binding = look.bindings.all.find((each) => each.kind === 'parameter' && each.name === name);
    if (!binding || subscripts === 0) continue;
    const words = `The helper \`${look.helper}\` looks into \`${name}\`; helpers take only numbers, not arrays.`;
    report(
      look,
      'array-to-helper',
      binding.id,
      words,
      `Hand over one number at a time: ${look.helper}(…[i]).`,
    );
  }
}

// gpu.js calls every kernel `kernel`, and cannot follow helpers that call each other in a circle.
function checkHelperNames(looks: readonly Look[]): void {
  const calls = new Map<string, ReadonlySet<string>>();
  for (const look of looks) {
    if (look.helper === undefined) continue;
    const called = new Set<string>();
    walk(look.function.body, (node) => {
      const name = calledHelper(node);
      if (name !== undefined) called.add(name);
    });
    calls.set(look.helper, called);
  }
  for (const look of looks) {
    if (look.helper === undefined) continue;
    const { start } = look.function;
    const head = { start, end: look.function.body.start };
    if (look.helper === 'kernel') {
      report(
        look,
        'helper-name',
        head,
        'A helper cannot be called `kernel`: gpu.js calls the kernel itself so.',
        'Give it another name.',
      );
    }
    if (reaches(calls, look.helper, look.helper, new Set())) {
      report(
        look,
        'recursion',
        head,
        `The helper \`${look.helper}\` ends up calling itself.`,
        'Write a loop instead.',
      );
    }
  }
}

function reaches(
  calls: ReadonlyMap<string, ReadonlySet<string>>,
  from: string,
  target: string,
  seen: Set<string>,
): boolean {
  for (const name of calls.get(from) ?? []) {
    if (name === target) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    if (reaches(calls, name, target, seen)) return true;
  }
  return false;
}

const opaque = new Set([
  'nested-function',
  'array-method',
  'array-literal',
  'array-result',
  'global',
  'unsupported-syntax',
]);

// One mistake per place: what lies inside a part that must go anyway is not worth a word.
function tidy(look: Look): KernelMistake[] {
  const sorted = look.mistakes
    .map((mistake, order) => ({ mistake, order }))
    .sort((a, b) => a.mistake.start - b.mistake.start || a.order - b.order)
    .map((each) => each.mistake);
  const kept: KernelMistake[] = [];
  for (const mistake of sorted) {
    const inside = kept.some(
      (each) =>
        (opaque.has(each.rule) && each.start <= mistake.start && mistake.end <= each.end) ||
        (each.start === mistake.start && each.end === mistake.end),
    );
    if (!inside) kept.push(mistake);
  }
  return kept;
}
