import type { Cell } from './cell';

/** What the lessons of a submission have left, one after the other, as long as all was well. */
export interface Left {
  /** The process that they ran in; undefined where none had to run, or where it is no more. */
  readonly cell: Cell | undefined;
  /** Their exercises, as scripts. */
  readonly codes: readonly string[];
}

/**
 * One process for the lessons of a submission, one after the other. To start one takes longer than most lessons, and
 * one that has worked for a while is several times as fast.
 */
export class SharedCell {
  private cell: Cell | undefined;
  private handed: readonly string[] = [];

  /** All exercises that it has been handed, as scripts. */
  get codes(): readonly string[] {
    return this.handed;
  }

  /** @returns what earlier lessons have left, which is then whoever's has asked */
  take(): Left {
    const { cell, handed: codes } = this;
    this.cell = undefined;
    this.handed = [];
    return { cell: cell?.ending === undefined ? cell : undefined, codes };
  }

  leave({ cell, codes }: Left): void {
    this.close();
    this.cell = cell;
    this.handed = codes;
  }

  /** Goes on as if an exercise had been run here: it has, for somebody else with the same code. */
  passOver(code: string): void {
    this.handed = [...this.handed, code];
  }

  /** The next lesson begins anew. */
  close(): void {
    this.cell?.end('closed');
    this.cell = undefined;
    this.handed = [];
  }
}
