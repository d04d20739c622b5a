import type { Cell } from './cell';

/** What the lessons of a submission have left, one after the other, as long as all was well. */
export interface Left {
  /** The process that they ran in; undefined where none had to run, or where it is no more. */
  readonly cell: Cell | undefined;
  /** The texts of their exercises. */
  readonly texts: readonly string[];
}

/**
 * One process for the lessons of a submission, one after the other. To start one takes longer than most lessons, and
 * one that has worked for a while is several times as fast.
 */
export class SharedCell {
  private cell: Cell | undefined;
  private handed: readonly string[] = [];

  /** The texts of all exercises that it has been handed. */
  get texts(): readonly string[] {
    return this.handed;
  }

  /** @returns what earlier lessons have left, which is then whoever's has asked */
  take(): Left {
    const { cell, texts } = this;
    this.cell = undefined;
    this.handed = [];
    return { cell: cell?.ending === undefined ? cell : undefined, texts };
  }

  leave({ cell, texts }: Left): void {
    this.close();
    this.cell = cell;
    this.handed = texts;
  }

  /** Goes on as if an exercise had been run here: it has, for somebody else with the same texts. */
  passOver(text: string): void {
    this.handed = [...this.handed, text];
  }

  /** The next lesson begins anew. */
  close(): void {
    this.cell?.end('closed');
    this.cell = undefined;
    this.handed = [];
  }
}
