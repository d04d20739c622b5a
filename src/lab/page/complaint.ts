import { make } from './elements';

/** Says below a field what is wrong with it, also to whoever hears the page; no words where nothing is. */
export function complain(field: HTMLElement, words: string, below = field.parentElement): void {
  const id = `${field.id}-wrong`;
  const hints = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((hint) => hint !== id);
  document.getElementById(id)?.remove();
  if (words !== '') {
    below?.append(make('small', { id, class: 'wrong' }, words));
    hints.push(id);
  }
  field.setAttribute('aria-invalid', String(words !== ''));
  if (hints.join('') === '') field.removeAttribute('aria-describedby');
  else field.setAttribute('aria-describedby', hints.join(' ').trim());
}

export function hasComplaint(field: HTMLElement): boolean {
  return field.getAttribute('aria-invalid') === 'true';
}
