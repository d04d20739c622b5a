/** A kernel as it was asked for, in the plainest form: number constants, no helpers. */
interface Recent {
  readonly source: string;
  readonly output: readonly unknown[];
  readonly constants: Readonly<Record<string, unknown>>;
  /** How many constants there are. */
  readonly count: number;
  readonly launch: unknown;
}

/** Settings as they were given: perhaps none, perhaps wrong. */
type Settings =
  | { readonly output?: unknown; readonly constants?: unknown; readonly functions?: unknown }
  | undefined
  | null;

// A training asks for the same few kernels thousands of times, so the way to them is short: by the length
// of the source, and then by comparing.
const byLength = new Map<number, Recent[]>();
const mostAlike = 32;

/** The kernel that was made for this very source, output and constants; undefined when none was lately. */
export function recall(source: string, settings: Settings): unknown {
  const known = byLength.get(source.length);
  const { output, constants, functions } = settings ?? {};
  if (known === undefined || functions !== undefined || !Array.isArray(output)) return undefined;
  for (const each of known) {
    if (
      each.output.length === output.length &&
      each.output[0] === output[0] &&
      each.output[1] === output[1] &&
      sameNumbers(each, constants) &&
      each.source === source
    ) {
      return each.launch;
    }
  }
  return undefined;
}

/** Keeps a kernel to be recalled, unless it has constants that are arrays, or helpers. */
export function remember(source: string, settings: Settings, launch: unknown): void {
  const { output, constants = {}, functions } = settings ?? {};
  if (functions !== undefined || !Array.isArray(output) || typeof constants !== 'object') return;
  if (!Object.values(constants ?? {}).every((value) => typeof value === 'number')) return;
  const numbers = { ...constants };
  const recent = {
    source,
    output: [...output],
    constants: numbers,
    count: Object.keys(numbers).length,
    launch,
  };
  byLength.set(source.length, [recent, ...(byLength.get(source.length) ?? []).slice(0, mostAlike - 1)]);
}

function sameNumbers({ constants, count }: Recent, given: unknown): boolean {
  if (given === undefined) return count === 0;
  if (typeof given !== 'object' || given === null) return false;
  let left = count;
  for (const name in given) {
    if (constants[name] !== (given as Readonly<Record<string, unknown>>)[name]) return false;
    left -= 1;
  }
  return left === 0;
}
