// Returns lists of lists that are one list each, small to send and endless to write out.
const laughs = () => {
  let laugh: unknown[] = ['ha'];
  for (let depth = 0; depth < 50; depth++) laugh = [laugh, laugh, { ha: laugh, haha: laugh }];
  return laugh;
};
export const mean = laughs;
export const center = async () => laughs();
