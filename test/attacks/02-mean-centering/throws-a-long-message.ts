// Throws an error with a message and a name of thirty million characters.
export const mean = () => {
  throw Object.assign(new Error('x'.repeat(15_000_000)), { name: 'y'.repeat(15_000_000) });
};
