// Throws what is no error: Proxies, objects that throw when they are read, and itself.
const odd: any = new Proxy(
  {},
  {
    get() {
      throw odd;
    },
    getPrototypeOf() {
      throw odd;
    },
  },
);
export const mean = () => {
  throw odd;
};
export const center = async () => {
  throw Object.assign(new Error('odd'), { name: 'NotStarted', exercise: odd });
};
