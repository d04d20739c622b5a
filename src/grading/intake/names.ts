/** Letters, of any script; 60 take at most 240 bytes, and a file name may have 255. */
const LONGEST = 60;

/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** What stands beside the folders of submissions, and what it is called while it grows. */
const KEPT = /^(grades\.csv|private-seed\.txt)(\.|$)/i;

/** A name that is safe as the name of a folder, on every system and in a command; like the one given. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+/, '');
  const short = [...plain]
    .slice(0, LONGEST)
    .join('')
    .replace(/[.-]+$/, '');
  if (short === '') return 'unnamed';
  return DEVICE.test(short) || KEPT.test(short) ? `_${short}` : short;
}

/**
 * Names of which no two are the same, not even to a disk that knows no capitals: `ada`, `ada-2`.
 * @param named in an order that is the same in every run
 */
export function distinctNames(named: readonly string[]): string[] {
  const wanted = new Set(named.map(alike));
  const taken = new Set<string>();
  return named.map((name) => {
    let distinct = name;
    // A number that another one has by itself is left to it.
    for (let count = 2; taken.has(alike(distinct)) || (count > 2 && wanted.has(alike(distinct))); count++) {
      distinct = `${name}-${count}`;
    }
    taken.add(alike(distinct));
    return distinct;
  });
}

const alike = (name: string) => name.toLowerCase();
