import type { Look } from './look';
import { placeOf, walk, type Node } from './syntax';

/**
 * Whether what the kernel is handed decides which entries it reads, as in `p[q[i]]` or `p[i + shift]`. Then
 * one launch that stays inside its arrays says nothing about the next.
 */
export function indexesByData(look: Look): boolean {
  let found = false;
  walk(look.function.body, (node) => {
    const place = placeOf(node);
    const subscripts = place !== undefined && 'subscripts' in place ? place.subscripts : [];
    if (subscripts.some((subscript) => isData(look, subscript, 0))) found = true;
    return !found;
  });
  return found;
}

function isData(look: Look, node: Node, depth: number): boolean {
  if (depth > 20) return true;
  let found = false;
  walk(node, (each) => {
    if (each.type !== 'Identifier' || found) return;
    const binding = look.bindings.of.get(each);
    if (binding === undefined) return;
    if (binding.kind === 'parameter') found = true;
    const values = [binding.init, ...binding.assignments].filter((value) => value !== undefined);
    if (values.some((value) => value !== node && isData(look, value, depth + 1))) found = true;
  });
  return found;
}
