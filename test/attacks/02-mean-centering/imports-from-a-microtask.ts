// Imports node:fs from code that belongs to no file: eval as the callback of a Promise and of a timer.
const code = 'import("node:fs").then((fs) => fs.writeFileSync("/tmp/attack-was-here", "microtask"))';
export async function mean(): Promise<number> {
  await Promise.resolve(code)
    .then(eval)
    .catch(() => undefined);
  await Promise.resolve(`return ${code}`)
    .then(Function)
    .then((made) => made())
    .catch(() => undefined);
  setTimeout(eval, 0, `(${code}).catch(() => 0)`);
  return 0;
}
