import { lessons, shelf } from 'virtual:course';
import type { Trouble } from '../messages';
import { button, make } from './elements';
import { troubleElement } from './trouble';

/** Whether there are solutions to look at, beside the learner's own functions. */
export const hasOutlines = shelf === 'lessons' && lessons.some(({ isSolved }) => isSolved);

/** The button that shows the solution's picture, and hides it. */
export function outlineButton(isShown: boolean, toggle: () => void): HTMLElement[] {
  if (!hasOutlines) return [];
  return [make('p', {}, button(isShown ? 'Hide it' : 'Show the solution’s picture', toggle))];
}

/** What is in the way, and a look at the solution's picture; without data there is none of that either. */
export function troubleParts(trouble: Trouble, isShown: boolean, toggle: () => void): HTMLElement[] {
  return [troubleElement(trouble), ...(trouble.state === 'waiting' ? [] : outlineButton(isShown, toggle))];
}

/** A picture, in outline where it is the solution's. */
export function figureOf(picture: SVGSVGElement, isOutline: boolean): HTMLElement {
  const caption = isOutline ? [make('figcaption', {}, 'from the solution')] : [];
  return make('figure', isOutline ? { class: 'outline' } : {}, picture, ...caption);
}
