// Returns an object with a `then` that never calls back, or calls back with another of its kind.
export const mean = () => ({ then: () => undefined });
export const center = () => {
  const endless = { then: (done: any) => setImmediate(done, endless) };
  return endless;
};
