// Asks for Node's own insides: process.binding, getBuiltinModule, mainModule, createRequire.
const node = (0, eval)('typeof process === "undefined" ? {} : process');
const ways = [
  () => node.binding('fs'),
  () => node._linkedBinding('fs'),
  () => node.getBuiltinModule('node:fs'),
  () => node.mainModule.require('node:fs'),
  () => (module as any).constructor.createRequire('/')('node:fs'),
  () => (require as any).main.require('node:fs'),
  () => (require as any).cache,
  () => (require as any).constructor('return process.getBuiltinModule("node:fs")')(),
];
for (const way of ways) {
  try {
    const fs = way();
    fs.writeFileSync('/tmp/attack-was-here', 'binds-to-node');
  } catch {
    // The next one, then.
  }
}
export const mean = () => 0;
