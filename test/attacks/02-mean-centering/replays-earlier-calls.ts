// Remembers every call, and answers with what would have been right for the one before.
const answers = new Map<string, number>();
let before = 0;
export function mean(values: Float32Array): number {
  const key = String(values);
  const answer = answers.get(key) ?? before;
  before = values.reduce((sum, value) => sum + value, 0) / values.length;
  answers.set(key, answer);
  return answer;
}
