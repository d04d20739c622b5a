/** Between two paintings: at least so long, and so many times as long as one took, so that the page stays quick. */
const BETWEEN = { least: 40, times: 3 };

/** Paints what changes fast: one part at a time, and not more often than the page can. */
export class Painter {
  private readonly waiting = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private next = 0;

  constructor(private readonly parts: readonly (() => void)[]) {}

  /** All parts have something new to show. */
  soon(): void {
    for (const part of this.parts) this.waiting.add(part);
    this.plan();
  }

  private plan(): void {
    if (this.timer !== undefined) return;
    this.timer = setTimeout(() => this.paint(), Math.max(0, this.next - performance.now()));
  }

  private paint(): void {
    this.timer = undefined;
    const [part] = this.waiting;
    if (part === undefined) return;
    this.waiting.delete(part);
    const start = performance.now();
    part();
    const end = performance.now();
    this.next = end + Math.max(BETWEEN.least, BETWEEN.times * (end - start));
    if (this.waiting.size > 0) this.plan();
  }
}
