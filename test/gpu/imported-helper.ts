export const outside = { factor: 3 };

export function third(value: number): number {
  return value / 3;
}
