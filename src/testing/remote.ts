import type { Matrix } from '#kit/data';

type Data = number | string | boolean | bigint | symbol | null | undefined | ArrayBufferView | Matrix;

/**
 * A type as a test sees it from outside: every function answers with a Promise, because the
 * implementation may live in another process. Data stays as it is.
 */
export type Remote<T> = T extends (...args: infer Arguments) => infer Result
  ? (...args: Arguments) => Promise<Remote<Awaited<Result>>>
  : T extends Data
    ? T
    : { [Key in keyof T]: Remote<T[Key]> };
