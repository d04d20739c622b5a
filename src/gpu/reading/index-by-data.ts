import type { Binding } from './bindings';
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
    if (subscripts.some((subscript) => isData(look, subscript))) found = true;
    return !found;
  });
  return found;
}

/** @param seen variables that have been looked at: two may each lead to the same third */
function isData(look: Look, node: Node, seen = new Set<Binding>()): boolean {
  let found = false;
  walk(node, (each) => {
    if (each.type !== 'Identifier' || found) return;
    const binding = look.bindings.of.get(each);
    if (binding === undefined || seen.has(binding)) return;
    seen.add(binding);
    if (binding.kind === 'parameter') found = true;
    const values = [binding.init, ...binding.assignments].filter((value) => value !== undefined);
    if (values.some((value) => isData(look, value, seen))) found = true;
  });
  return found;
}
