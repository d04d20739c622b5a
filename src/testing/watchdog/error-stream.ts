import { Writable } from 'node:stream';

/** Keeps what a process writes to its standard error: it may be a page of figures that V8 ends with. */
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

/** What stands before V8's last words. */
export function withoutDump(errors: string): string {
  const [before = ''] = errors.split(
    /^(?:<--- Last few GCs --->|FATAL ERROR: |----- Native stack trace -----|#\r?$)/m,
  );
  return before.trimEnd() === '' ? '' : before;
}
