// Returns and throws text that is no text: halves of characters.
export const mean = () => '\ud800'.repeat(10);
export const center = async () => {
  throw new Error('\udfff half a character \ud800 and \u0000 none');
};
