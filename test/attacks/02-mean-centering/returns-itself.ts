// Returns objects that hold themselves.
export function mean(): unknown {
  const self: Record<string, unknown> = {};
  self['self'] = self;
  return self;
}
export async function center(): Promise<unknown> {
  const list: unknown[] = [];
  list.push(list, list, list);
  return list;
}
