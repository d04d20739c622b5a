import { lessons, shelf } from 'virtual:course';
import { button, make } from './elements';

/** Whether there are solutions to look at, beside the learner's own functions. */
export const hasOutlines = shelf === 'lessons' && lessons.some(({ isSolved }) => isSolved);

/** The button that shows the solution's picture, and hides it. */
export function outlineButton(isShown: boolean, toggle: () => void): HTMLElement[] {
  if (!hasOutlines) return [];
  return [make('p', {}, button(isShown ? 'Hide it' : 'Show the solution’s picture', toggle))];
}

/** A picture, in outline where it is the solution's. */
export function figureOf(pictures: readonly SVGSVGElement[], isOutline: boolean): HTMLElement {
  const caption = isOutline ? [make('figcaption', {}, 'from the solution')] : [];
  return make('figure', isOutline ? { class: 'outline' } : {}, ...pictures, ...caption);
}
