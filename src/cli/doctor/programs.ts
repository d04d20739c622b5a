import { right, wrong, type Finding } from './finding';

/** Whether the packages that bring a program for each kind of machine have one that runs on this one. */
export async function check(): Promise<Finding> {
  const broken: string[] = [];
  const running: string[] = [];
  for (const [name, start] of Object.entries(programs)) {
    try {
      running.push(`${name} ${await start()}`);
    } catch (error) {
      broken.push(`${name}: ${firstLine(error)}`);
    }
  }
  if (broken.length === 0) return right(`${running.join(' and ')} run`);
  return wrong(
    broken.join('; '),
    'These packages were made for another machine: delete node_modules, and run npm ci here.',
  );
}

/** Each is started once, and says its version. */
const programs: Readonly<Record<string, () => Promise<string>>> = {
  async esbuild() {
    const { transform, version } = await import('esbuild');
    await transform('let one: number = 1', { loader: 'ts' });
    return version;
  },
  /** With Rolldown, which vitest runs on. */
  async vite() {
    return (await import('vite')).version;
  },
};

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split('\n')[0]?.replace(/\.$/, '') ?? '';
}
