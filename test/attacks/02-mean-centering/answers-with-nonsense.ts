// Sends bytes that are no message at all.
JSON.stringify = () => 'nonsense';
export const mean = () => 0;
