import { createServer } from 'vite';
import { runCommand, UsageError } from './arguments';
import { served } from './lab/vite-options';

const usage = `npm run lab                  a page that draws your functions, and anew at every save
npm run lab -- --port 8080   at this port; else at the first free one from 5173`;

const FIRST_PORT = 5173;

const commandOptions = { port: { type: 'string' } } as const;

await runCommand(usage, commandOptions, async ({ values, positionals }) => {
  if (positionals.length > 0) throw new UsageError(`The lab takes options only.\n\n${usage}`);
  const port = values.port === undefined ? undefined : portOf(values.port);
  return serve(port);
});

/** Until somebody ends it. */
async function serve(port: number | undefined): Promise<number> {
  const options = await served();
  const server = await createServer({
    ...options,
    server: { ...options.server, port: port ?? FIRST_PORT, strictPort: port !== undefined },
  });
  try {
    await server.listen();
  } catch (error) {
    await server.close();
    // Vite says it in no other way.
    const isTaken = error instanceof Error && /already in use|EADDRINUSE/.test(error.message);
    if (!isTaken) throw error;
    process.stderr.write(`Port ${port} is taken. Choose another one, or leave out --port.\n`);
    return 1;
  }
  const [address = ''] = server.resolvedUrls?.local ?? [];
  process.stdout.write(
    `The lab is at ${address}\nSave an exercise, and the page draws it anew. Ctrl-C ends the lab.\n`,
  );
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  await server.close();
  return 0;
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port >= 0 && port <= 65_535) return port;
  throw new UsageError(`--port takes a whole number from 0 to 65,535, not "${text}".`);
}
