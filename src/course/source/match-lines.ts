import { diffArrays } from 'diff';
import type { Symbol as Meaning } from 'typescript';
import type { Line } from './lines';

/** Two lines that stand beside each other; only one of them where the other side has none. */
export interface Row {
  readonly yours?: string;
  readonly solution?: string;
  /** The same but for indentation and the names that the code gives itself. */
  readonly same: boolean;
}

/** Two texts line by line: as many lines that are the same beside each other as possible. */
export function matchLines(yours: readonly Line[], solution: readonly Line[]): Row[] {
  const names = new Names();
  const rows: Row[] = [];
  let [left, right] = [0, 0];
  const parts = diffArrays(
    yours.map(({ outline }) => outline),
    solution.map(({ outline }) => outline),
  );
  for (const { added, removed, value } of parts) {
    for (let line = 0; line < value.length; line++) {
      const [mine, other] = [added ? undefined : yours[left++], removed ? undefined : solution[right++]];
      rows.push({
        ...(mine && { yours: mine.text }),
        ...(other && { solution: other.text }),
        same: mine !== undefined && other !== undefined && names.agree(mine.names, other.names),
      });
    }
  }
  return rows;
}

/** Whether two texts are the same but for layout, and for the names that they give. */
export function sameButForNames(yours: readonly Line[], solution: readonly Line[]): boolean {
  const names = (lines: readonly Line[]) => lines.flatMap((line) => line.names);
  return squeezed(yours) === squeezed(solution) && new Names().agree(names(yours), names(solution));
}

/** Without white space, and without the commas that come and go with line breaks. */
function squeezed(lines: readonly Line[]): string {
  return lines
    .map(({ outline }) => outline)
    .join('')
    .replaceAll(/\s+/g, '')
    .replaceAll(/,(?=[)\]}])/g, '');
}

/** Which name stands for which: each for one, on both sides. */
class Names {
  private readonly there = new Map<Meaning, Meaning>();
  private readonly back = new Map<Meaning, Meaning>();

  /** Whether these can stand for those, in this order; then they do so from now on. */
  agree(these: readonly Meaning[], those: readonly Meaning[]): boolean {
    const [there, back] = [new Map(this.there), new Map(this.back)];
    const fits = these.every((name, index) => {
      const other = those[index]!;
      if ((there.get(name) ?? other) !== other || (back.get(other) ?? name) !== name) return false;
      there.set(name, other);
      back.set(other, name);
      return true;
    });
    if (!fits || these.length !== those.length) return false;
    for (const [name, other] of there) {
      this.there.set(name, other);
      this.back.set(other, name);
    }
    return true;
  }
}
