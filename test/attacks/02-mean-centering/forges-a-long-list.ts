// Forges a list that becomes an object with a length, so that whoever walks through it never comes to its end.
const { stringify } = JSON;
JSON.stringify = ((message: any) => {
  const contents = message?.answer?.result?.contents ?? [];
  for (const [id, content] of [...contents]) {
    if (content.kind !== 'array') continue;
    contents.push([id, { kind: 'object', entries: [['length', { kind: 'plain', value: 4_294_967_295 }]] }]);
  }
  return stringify(message);
}) as any;
export const mean = () => [1];
export const center = () => [1];
