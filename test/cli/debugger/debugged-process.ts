interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** A process that waits for a debugger, at the other end of a WebSocket. */
export class DebuggedProcess {
  /** Resolves when nobody is connected any longer. */
  readonly left: Promise<void>;
  private readonly answers = new Map<number, (message: Message) => void>();
  private readonly listeners = new Map<string, (parameters: never) => Promise<void>>();
  private asked = 0;

  private constructor(private readonly socket: WebSocket) {
    this.left = new Promise((resolve) => socket.addEventListener('close', () => resolve()));
    socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const message = JSON.parse(data) as Message;
      if (message.id !== undefined) this.answers.get(message.id)?.(message);
      else void this.listeners.get(message.method ?? '')?.(message.params as never);
    });
  }

  static async at(address: string): Promise<DebuggedProcess> {
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', () => reject(new Error(`Nobody answers at ${address}.`)));
    });
    return new DebuggedProcess(socket);
  }

  on<Parameters>(event: string, listener: (parameters: Parameters) => Promise<void>): void {
    this.listeners.set(event, listener as (parameters: never) => Promise<void>);
  }

  ask<Result = unknown>(method: string, parameters: object = {}): Promise<Result> {
    const id = ++this.asked;
    this.socket.send(JSON.stringify({ id, method, params: parameters }));
    return new Promise((resolve, reject) => {
      this.answers.set(id, ({ result, error }) =>
        error === undefined ? resolve(result as Result) : reject(new Error(`${method}: ${error.message}`)),
      );
    });
  }

  leave(): void {
    this.socket.close();
  }
}
