import { parseKernel } from './parse-kernel';
import { walk } from './syntax';

/** How large a kernel or a helper is, whatever its comments and names; Infinity where it is no function. */
export function countNodes(source: string): number {
  const parsed = parseKernel(source);
  if (typeof parsed === 'string') return Infinity;
  let nodes = 0;
  walk(parsed.function, () => {
    nodes += 1;
  });
  return nodes;
}
