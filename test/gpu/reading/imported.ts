/** A constant of another module, which no kernel can see. */
export const SCALE = 3;

/** A helper of another module, which a kernel can call when it is listed. */
export function half(a: number): number {
  return a / 2;
}
