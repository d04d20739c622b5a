// Throws objects that are small to send and endless to write out.
let laugh: Record<string, unknown> = { ha: 'ha' };
for (let depth = 0; depth < 50; depth++)
  laugh = { ha: laugh, haha: laugh, error: Object.assign(new Error('ha'), { laugh }) };
export const mean = () => {
  throw laugh;
};
export const center = async () => {
  throw Object.assign(new Error('ha'), { name: 'NotStarted', exercise: laugh });
};
