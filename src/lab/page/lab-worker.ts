import type { Answer, Request } from '../messages';

/** A worker that can be ended and begun anew, also in the middle of a loop without end. */
export class LabWorker {
  private worker: Worker | undefined;

  constructor(
    private readonly answered: (answer: Answer) => void,
    private readonly failed: (words: string) => void,
  ) {}

  say(request: Request): void {
    this.worker ??= this.open();
    this.worker.postMessage(request);
  }

  /** Whatever it does. The next request begins with the exercises as they are then. */
  end(): void {
    this.worker?.terminate();
    this.worker = undefined;
  }

  private open(): Worker {
    const worker = new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (worker === this.worker) this.answered(data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (worker !== this.worker) return;
      this.end();
      this.failed(event.message || 'The lab’s own code did not arrive. Load the page again.');
    });
    return worker;
  }
}
