/**
 * A table of numbers, row after row in one `Float32Array`: cell (row, column) lies at
 * `row * columns + column`. Inside a kernel it is indexed `x[row][column]`.
 */
export class Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float32Array;

  /**
   * @param data `rows * columns` values, row by row; kept, not copied. Zeros when left out.
   * @throws RangeError when a size is no whole number, or `data` does not fill the table exactly.
   */
  constructor(rows: number, columns: number, data?: Float32Array) {
    if (!Number.isSafeInteger(rows) || !Number.isSafeInteger(columns) || rows < 0 || columns < 0) {
      throw new RangeError(`A Matrix needs whole sizes of 0 or more, not ${rows}×${columns}.`);
    }
    if (data !== undefined && data.length !== rows * columns) {
      throw new RangeError(
        `A ${rows}×${columns} Matrix holds ${rows * columns} values, but the data has ${data.length}.`,
      );
    }
    this.rows = rows;
    this.columns = columns;
    this.data = data ?? new Float32Array(rows * columns);
  }

  /**
   * @param rows rows of one length: plain arrays or typed arrays. They are copied.
   * @throws RangeError naming the first row whose length differs from row 0.
   */
  static fromRows(rows: ArrayLike<number>[]): Matrix {
    const columns = rows[0]?.length ?? 0;
    const matrix = new Matrix(rows.length, columns);
    rows.forEach((row, index) => {
      if (row.length !== columns) {
        throw new RangeError(`Row ${index} has ${row.length} values, but row 0 has ${columns}.`);
      }
      matrix.data.set(row, index * columns);
    });
    return matrix;
  }

  /** The value of one cell. @throws RangeError outside the table. */
  at(row: number, column: number): number {
    // A column out of range would land in a neighbouring row, and half a row in the middle of one.
    const inside = Number.isInteger(row) && row >= 0 && column >= 0 && column < this.columns;
    const value = inside ? this.data[row * this.columns + column] : undefined;
    if (value === undefined) {
      throw new RangeError(`Cell (${row}, ${column}) lies outside a ${this.rows}×${this.columns} Matrix.`);
    }
    return value;
  }

  /** A copy of one row, `columns` values. @throws RangeError outside the table. */
  row(row: number): Float32Array {
    if (!Number.isInteger(row) || row < 0 || row >= this.rows) {
      throw new RangeError(`Row ${row} lies outside a ${this.rows}×${this.columns} Matrix.`);
    }
    return this.data.slice(row * this.columns, (row + 1) * this.columns);
  }

  /**
   * A new table of the given rows, in the given order; a row may be taken more than once.
   * @throws RangeError outside the table.
   */
  take(rows: Uint32Array): Matrix {
    const { data, columns } = this;
    const taken = new Float32Array(rows.length * columns);
    // A training does this at every step. Rows lie far apart in memory, which brings many at a time where they
    // are asked for one right after the other: so the first column goes ahead.
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index]!;
      if (row >= this.rows) {
        throw new RangeError(`Row ${row} lies outside a ${this.rows}×${columns} Matrix.`);
      }
      taken[index * columns] = data[row * columns]!;
    }
    // Cell by cell: a view of each row costs more than its cells.
    let to = 0;
    for (let index = 0; index < rows.length; index++) {
      const end = (rows[index]! + 1) * columns;
      for (let from = end - columns; from < end; from++) taken[to++] = data[from]!;
    }
    return new Matrix(rows.length, columns, taken);
  }
}
