import { bindNames, type Bindings } from './bindings';
import type { KernelMistake, KernelSurroundings } from './kernel-reading';
import type { ParsedKernel } from './parse-kernel';
import { literalNumber, type KernelFunction, type Node } from './syntax';

/** One function under the reader's eyes: the kernel, or a helper. */
export interface Look {
  readonly original: string;
  readonly function: KernelFunction;
  readonly bindings: Bindings;
  readonly imported: ReadonlySet<string>;
  /** Its name as a helper; undefined for the kernel. */
  readonly helper: string | undefined;
  readonly surroundings: KernelSurroundings;
  readonly mistakes: KernelMistake[];
}

export function lookAt(
  original: string,
  parsed: ParsedKernel,
  surroundings: KernelSurroundings,
  helper?: string,
): Look {
  return {
    original,
    function: parsed.function,
    bindings: bindNames(parsed.function),
    imported: parsed.imported,
    helper,
    surroundings,
    mistakes: [],
  };
}

/** Notes a mistake at a node. */
export function report(
  look: Look,
  rule: string,
  at: { readonly start: number; readonly end: number },
  words: string,
  advice: string,
): void {
  const { start, end } = at;
  const place = look.helper === undefined ? {} : { helper: look.helper };
  look.mistakes.push({ rule, words, advice, start, end, ...place });
}

/** "A kernel", or the helper's name, to begin a sentence with. */
export function subject(look: Look): string {
  return look.helper === undefined ? 'A kernel' : `The helper \`${look.helper}\``;
}

/** A node as the learner wrote it, on one line, shortened if it is long. */
export function code(
  look: Look,
  node: { readonly start: number; readonly end: number },
  longest = 48,
): string {
  const text = look.original
    .slice(node.start, node.end)
    .replace(/\(0, ?\w+\.(\w+)\)/g, '$1')
    .replace(/\b__vite_ssr_import_\d+__\./g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

/** Whether the value is a number with a fraction, written out or a constant known to have one. */
export function isFraction(look: Look, node: Node): boolean {
  const value = literalNumber(node);
  if (value !== undefined) return !Number.isInteger(value);
  if (node.type === 'MemberExpression' && node.property.type === 'Identifier' && !node.computed) {
    const owner = node.object;
    return (
      owner.type === 'MemberExpression' &&
      owner.object.type === 'ThisExpression' &&
      owner.property.type === 'Identifier' &&
      owner.property.name === 'constants' &&
      (look.surroundings.fractions ?? []).includes(node.property.name)
    );
  }
  return false;
}
