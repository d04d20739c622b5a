/** A place in a landscape: its two parameters. */
export type Place = readonly [number, number];

/** The part of a landscape that is looked at: a square. */
export interface Frame {
  /** Its middle. */
  readonly best: Place;
  /** From there to each side. */
  readonly reach: number;
}

/** A way that somebody went through a landscape, and how it is told. */
export interface Way {
  /** How many steps lead from one mark to the next. */
  readonly every: number;
  /** Places in the frame; the first is (0, 0). */
  readonly marks: readonly Place[];
  /** Where it went between them, as far as one can see it move; where it left the frame, up to beyond its edge. */
  readonly path: readonly Place[];
  /** The first step that leads out of the frame, where one does. */
  readonly leaves?: number;
}

/** Of the reach: shorter moves are not seen. */
const VISIBLE = 0.01;
/** What swings to and fro for long only draws over itself. */
const MOST_PLACES = 300;

/**
 * Goes down a landscape, step by step: to so many marks after the start, so many steps apart, or until it
 * leaves the frame. What explodes leaves within a few steps, so the marks of such a way lie closer together.
 */
export class Walk {
  readonly #places: Place[] = [[0, 0]];
  #leaves: number | undefined;

  constructor(
    private readonly frame: Frame,
    private readonly plan: { readonly marks: number; readonly every: number },
  ) {}

  get goesOn(): boolean {
    const { marks, every } = this.plan;
    return this.#leaves === undefined && this.#places.length <= marks * every;
  }

  step(to: Place): void {
    const { best, reach } = this.frame;
    // In this form NaN is outside.
    if (!to.every((value, axis) => Math.abs(value - best[axis]!) <= reach))
      this.#leaves = this.#places.length;
    this.#places.push(to);
  }

  way(): Way {
    const leaves = this.#leaves;
    const every = leaves === undefined ? this.plan.every : Math.ceil(leaves / this.plan.marks);
    return {
      every,
      marks: this.#places.filter((_, step) => step % every === 0 && step !== leaves),
      path: visible(this.#places, this.frame.reach),
      ...(leaves === undefined ? {} : { leaves }),
    };
  }
}

function visible(places: readonly Place[], reach: number): Place[] {
  const finite = places.filter((place) => place.every(Number.isFinite));
  const seen: Place[] = [];
  for (const [index, place] of finite.entries()) {
    const [x, y] = seen.at(-1) ?? [Infinity, Infinity];
    const moves = Math.max(Math.abs(place[0] - x), Math.abs(place[1] - y)) >= VISIBLE * reach;
    if ((moves && seen.length < MOST_PLACES) || index === finite.length - 1) seen.push(place);
  }
  return seen;
}
