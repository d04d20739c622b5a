// Returns a Promise that never settles.
export const mean = () => new Promise(() => undefined);
