/** Bytes that keep the kind of numbers they hold. */
export type TypedArray =
  | Float32Array
  | Float64Array
  | Int8Array
  | Int16Array
  | Int32Array
  | Uint8Array
  | Uint8ClampedArray
  | Uint16Array
  | Uint32Array;

/** A value as it crosses to another process: plain data, and names for what cannot cross. */
export type Wire =
  | { readonly kind: 'plain'; readonly value: number | string | boolean | bigint | null | undefined }
  /** Something both sides know by this number; its contents travel as a `Content`. */
  | { readonly kind: 'shared'; readonly id: number }
  /** A function of the sending side, or, with `yours`, one that the receiving side had sent. */
  | { readonly kind: 'function'; readonly id: number; readonly yours: boolean };

/** What is inside an array, a table, a plain object or an error at this moment. */
export type Content =
  | { readonly kind: 'typed'; readonly values: TypedArray }
  | { readonly kind: 'matrix'; readonly rows: number; readonly columns: number; readonly data: Wire }
  | { readonly kind: 'array'; readonly items: readonly Wire[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Wire])[] }
  | {
      readonly kind: 'error';
      readonly name: string;
      readonly message: string;
      readonly entries: readonly (readonly [string, Wire])[];
    };

/** A value with the present contents of every shared thing that has changed since the last crossing. */
export interface Parcel {
  readonly value: Wire;
  readonly contents: readonly (readonly [id: number, content: Content])[];
}
