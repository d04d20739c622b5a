// Doubles a text until nothing holds it.
export function mean(): number {
  let text = 'more ';
  const all = [];
  for (;;) {
    text += text.length < 400_000_000 ? text : '';
    all.push(Array.from(text));
  }
}
