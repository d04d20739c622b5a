// Forges trials with other forms than trials have: lists too long, `held` as text, names as objects.
const { stringify } = JSON;
JSON.stringify = ((message: any) => {
  if (message?.kind !== 'tried') return stringify(message);
  const trials = Array.from({ length: 1000 }, () => ({ held: 'true', data: { toString: 1 }, threw: [] }));
  const properties = [{ name: { length: 3 }, trials }, { name: 'mean' }, null, 5];
  return stringify({ kind: 'tried', id: message.id, trials: { properties, problem: { length: 0 } } });
}) as any;
export const properties = () => ({});
