import { found } from './elements';

/** Listens for files, chosen or dropped anywhere on the page. */
export function listenForFiles(
  chosen: (name: string, content: Blob) => void,
  refused: (words: string) => void,
): void {
  const input = found('#set-file', HTMLInputElement);
  const form = found('#controls', HTMLFormElement);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    // A directory that was dropped comes as a file that nobody can read; and a file that changes on the disk
    // could not be read a second time.
    const bytes = await file.arrayBuffer().catch(() => undefined);
    if (bytes === undefined) refused(`${file.name} cannot be read.`);
    else chosen(file.name, new Blob([bytes]));
    // The same file may be chosen again, once it is mended.
    input.value = '';
  };
  input.addEventListener('change', () => void take(input.files?.[0]));
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    form.classList.add('over');
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) form.classList.remove('over');
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    form.classList.remove('over');
    void take(event.dataTransfer?.files[0]);
  });
}
