/**
 * Remembers the last answer, as long as the same is asked for. One that failed is forgotten: what did not arrive
 * today may arrive in a minute.
 * @param keyOf everything in a question that the answer depends on
 */
export function keepsLast<Question, Answer>(
  keyOf: (question: Question) => readonly unknown[],
  find: (question: Question) => Promise<Answer>,
): (question: Question) => Promise<Answer> {
  let last: { readonly key: string; readonly answer: Promise<Answer> } | undefined;
  return (question) => {
    const key = JSON.stringify(keyOf(question));
    if (last?.key === key) return last.answer;
    const kept = { key, answer: find(question) };
    last = kept;
    kept.answer.catch(() => {
      if (last === kept) last = undefined;
    });
    return kept.answer;
  };
}
