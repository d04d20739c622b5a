interface Turn {
  readonly session: number;
  /** Whether no other session's call may run at the same time. */
  readonly isAlone: boolean;
}

/** Lets the calls of several sessions run side by side, but for those that must be alone. */
export class Turns {
  private readonly waiting: (Turn & { readonly begin: () => void })[] = [];
  /** How many calls run of each session. */
  private readonly running = new Map<number, number>();
  private isHeld = false;

  /**
   * Runs a call when its turn has come. One of a session that runs already does not wait: the first may need it to
   * come to an end.
   */
  async take<Result>(turn: Turn, run: () => Promise<Result>): Promise<Result> {
    const mustWait = this.waiting.length > 0 && !this.running.has(turn.session);
    if (mustWait || !this.mayBegin(turn)) {
      await new Promise<void>((begin) => this.waiting.push({ ...turn, begin }));
    } else {
      this.begin(turn);
    }
    try {
      return await run();
    } finally {
      this.end(turn);
    }
  }

  private mayBegin({ session, isAlone }: Turn): boolean {
    return this.running.has(session) || (!this.isHeld && !(isAlone && this.running.size > 0));
  }

  private begin({ session, isAlone }: Turn): void {
    this.isHeld ||= isAlone && this.running.size === 0;
    this.running.set(session, (this.running.get(session) ?? 0) + 1);
  }

  private end({ session }: Turn): void {
    const left = this.running.get(session)! - 1;
    if (left > 0) this.running.set(session, left);
    else this.running.delete(session);
    if (this.running.size === 0) this.isHeld = false;
    for (let [next] = this.waiting; next !== undefined && this.mayBegin(next); [next] = this.waiting) {
      this.waiting.shift();
      this.begin(next);
      next.begin();
    }
  }
}
