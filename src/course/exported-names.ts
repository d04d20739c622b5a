/**
 * The names that a file exports, as far as its text tells.
 * @returns undefined for what is no TypeScript, or passes on whatever another file exports
 */
export async function exportedNames(text: string): Promise<readonly string[] | undefined> {
  if (/^\s*export\s*\*\s*from/m.test(text)) return undefined;
  // Most commands never need it.
  const { build } = await import('esbuild');
  try {
    const { metafile } = await build({
      stdin: { contents: text, loader: 'ts' },
      write: false,
      metafile: true,
      format: 'esm',
      logLevel: 'silent',
    });
    return Object.values(metafile.outputs).flatMap(({ exports }) => exports);
  } catch {
    return undefined;
  }
}
