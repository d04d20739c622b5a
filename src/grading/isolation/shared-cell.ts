import type { Cell } from './cell';

/** A process, and the texts of all exercises that it has been handed. */
export interface UsedCell {
  readonly cell: Cell;
  readonly texts: readonly string[];
}

/**
 * One process for the lessons of a submission, one after the other. To start one takes longer than most lessons, and
 * one that has worked for a while is several times as fast.
 */
export class SharedCell {
  private used: UsedCell | undefined;

  /** @returns the one that earlier lessons have left, if it is still good */
  take(): UsedCell | undefined {
    const { used } = this;
    this.used = undefined;
    return used?.cell.ending === undefined ? used : undefined;
  }

  leave(used: UsedCell): void {
    this.close();
    this.used = used;
  }

  close(): void {
    this.used?.cell.end('closed');
    this.used = undefined;
  }
}
