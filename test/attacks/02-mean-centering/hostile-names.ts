// Returns objects with keys that change what an object is: __proto__, constructor, then, toJSON.
const hostile = JSON.parse(
  '{"__proto__": {"status": "passed"}, "constructor": {"prototype": {"score": 4}}, "toJSON": 1, "then": 2}',
);
export const mean = () => hostile;
export const center = async () => ({ ...hostile, '#': 'f32', length: 4 });
