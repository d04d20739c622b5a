import { Worker } from 'node:worker_threads';
import { root } from '#kit/course';

/** Something that TypeScript says about a file, in its own words. */
export interface TypeError {
  /** By path within the course. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** A question and its answer, by number: an answer to an earlier question is none. */
export interface Question {
  readonly number: number;
  readonly file: string;
}
export interface Answer {
  readonly number: number;
  readonly errors: readonly TypeError[];
}

/** Asks TypeScript about exercises. Only the last question is answered. */
export class TypeChecker {
  private worker: Worker | undefined;
  private asked = 0;
  private answer: (errors: readonly TypeError[] | undefined) => void = () => undefined;

  /**
   * @param file an exercise, by path within the course
   * @returns nothing where another question came before the answer, or TypeScript cannot be asked
   */
  async errorsIn(file: string): Promise<readonly TypeError[] | undefined> {
    this.answer(undefined);
    this.worker ??= this.started();
    const question: Question = { number: ++this.asked, file };
    this.worker.postMessage(question);
    return new Promise((resolve) => {
      this.answer = resolve;
    });
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private started(): Worker {
    // Bundled beside the command, by run.mjs.
    const worker = new Worker(new URL('./type-check.js', import.meta.url), { workerData: root });
    worker.on('message', ({ number, errors }: Answer) => {
      if (number === this.asked) this.answer(errors);
    });
    // Without it, tests run as well.
    worker.on('error', () => {
      this.worker = undefined;
      this.answer(undefined);
    });
    worker.unref();
    return worker;
  }
}
