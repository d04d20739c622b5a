// Throws where nobody listens: in timers, and in Promises that are left alone.
export function mean(): number {
  setTimeout(() => {
    throw new Error('unheard');
  }, 0);
  void Promise.reject(new Error('unheard, too'));
  return 0;
}
