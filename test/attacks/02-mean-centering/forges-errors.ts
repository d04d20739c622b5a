// Forges errors whose parts are no text, to bring down whoever reads them.
const { stringify } = JSON;
JSON.stringify = ((message: any) => {
  for (const [, content] of message?.answer?.result?.contents ?? []) {
    if (content.kind !== 'error') continue;
    const call = { kind: 'function', id: 0, yours: false };
    content.name = 'KernelError';
    content.entries = ['stack', 'message', 'words', 'advice', 'file', 'line', 'cause', 'expected'].map(
      (name) => [name, call],
    );
  }
  return stringify(message);
}) as any;
export const mean = () => {
  throw new Error('forged');
};
