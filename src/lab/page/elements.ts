/** An element of the page that has to be there. @throws Error where the page has none of that kind */
export function found<Kind extends Element>(
  selector: string,
  kind: new () => Kind,
  within: ParentNode = document,
): Kind {
  const element = within.querySelector(selector);
  if (element instanceof kind) return element;
  throw new Error(`The page has no ${kind.name} at ${selector}.`);
}

/** A new element with attributes and what is in it. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

export function button(text: string, pressed: () => void): HTMLButtonElement {
  const element = make('button', { type: 'button' }, text);
  element.addEventListener('click', pressed);
  return element;
}

/**
 * Puts other things in a place. What is the same as before stays, since an alert that is put there again is read
 * aloud again. Whoever was at its button with the keyboard stays at its button.
 */
export function refill(place: Element, ...parts: readonly Node[]): void {
  const hadFocus = place.contains(document.activeElement);
  parts.forEach((part, index) => {
    const before = place.childNodes[index];
    if (before === undefined) place.append(part);
    else if (!before.isEqualNode(part)) before.replaceWith(part);
  });
  while (place.childNodes.length > parts.length) place.lastChild?.remove();
  if (hadFocus && !place.contains(document.activeElement)) place.querySelector('button')?.focus();
}
