/** A small table of answers: plain data, for a page. */
export interface Table {
  /** What a cell means. */
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly name: string;
  /** One for each column. */
  readonly cells: readonly string[];
  /** What the row is there to show, if anything. */
  readonly note?: string;
}
