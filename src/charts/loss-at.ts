/** A bowl: the loss over two parameters, by its bottom and how it bends there. */
export interface Bowl {
  /** Where it is deepest. */
  readonly best: readonly [number, number];
  /** At its bottom. */
  readonly least: number;
  /** Along the first parameter, across both, and along the second one. */
  readonly bends: readonly [number, number, number];
}

/** The loss somewhere in a bowl. */
export function lossAt({ best, least, bends }: Bowl, first: number, second: number): number {
  const [u, v] = [first - best[0], second - best[1]];
  return least + (bends[0] * u * u + 2 * bends[1] * u * v + bends[2] * v * v) / 2;
}
