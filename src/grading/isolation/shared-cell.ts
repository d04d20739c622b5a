import type { Cell } from './cell';

/**
 * One process for the lessons of a submission, one after the other. To start one takes longer than most lessons, and
 * one that has worked for a while is several times as fast.
 */
export class SharedCell {
  private cell: Cell | undefined;

  /** @returns the one that earlier lessons have left, if it is still good */
  take(): Cell | undefined {
    const { cell } = this;
    this.cell = undefined;
    return cell?.ending === undefined ? cell : undefined;
  }

  leave(cell: Cell): void {
    this.close();
    this.cell = cell;
  }

  close(): void {
    this.cell?.end('closed');
    this.cell = undefined;
  }
}
