import { lessons } from 'virtual:course';
import type { Shelf, Trouble } from '../messages';
import { make } from './elements';

/** What stands in a section that cannot be drawn: what it waits for, which lesson comes first, or what is wrong. */
export function troubleElement(trouble: Trouble): HTMLElement {
  if (trouble.state === 'waiting') return make('p', {}, trouble.words);
  if (trouble.state === 'failed') {
    return make('div', { class: 'trouble', role: 'alert' }, trouble.words);
  }
  const needed = lessons.filter(({ exercises }) => exercises.some((name) => trouble.missing.includes(name)));
  // A course may be handed out with some of its lessons.
  if (needed.length === 0) {
    const words = `This is drawn by functions of lessons that are not in this course: ${trouble.missing.join(', ')}.`;
    return make('div', { class: 'closed' }, make('p', {}, words));
  }
  const items = needed.map(({ number, title, exercises }) => {
    const missing = exercises.filter((name) => trouble.missing.includes(name));
    const names = missing.flatMap((name, index) => [...(index === 0 ? [] : [', ']), make('code', {}, name)]);
    return make('li', {}, `Lesson ${number}, ${title}: `, ...names);
  });
  const [first] = needed;
  return make(
    'div',
    { class: 'closed' },
    make('p', {}, 'This is drawn by your own functions, and these are not written yet:'),
    make('ul', {}, ...items),
    ...(first === undefined
      ? []
      : [make('p', {}, 'Go on there: ', make('code', {}, `npm start ${first.number}`))]),
  );
}

/** What to say of functions that have not come back, the learner's or others. */
export function noEnd(milliseconds: number, shelf?: Shelf): string {
  const stopped = `Nothing has come back for ${milliseconds / 1000} seconds, so it was stopped.`;
  return shelf === 'lessons'
    ? `${stopped} Perhaps a loop in your exercise has no end: npm test names its line.`
    : `${stopped} Try it once more.`;
}
