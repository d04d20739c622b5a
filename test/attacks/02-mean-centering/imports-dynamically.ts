// Imports node:fs while a test runs, by a name that no bundler can read.
export async function mean(): Promise<number> {
  const { writeFileSync } = await import(['node', 'fs'].join(':'));
  writeFileSync('/tmp/attack-was-here', 'imports-dynamically');
  return 0;
}
