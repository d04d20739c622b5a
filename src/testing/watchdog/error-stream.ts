import { Writable } from 'node:stream';

/** Keeps what a process writes to its standard error, until it is known how the process ended. */
export class ErrorStream extends Writable {
  text = '';

  constructor() {
    super({
      write: (chunk: unknown, _, done) => {
        this.text += String(chunk);
        done();
      },
    });
  }

  /** Several write here, and each one closes it behind itself. */
  override end(): this {
    return this;
  }
}
