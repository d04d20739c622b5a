import type { Terminal } from '#kit/pages';

/** Parts of a page, a line apart, and nothing for those that are empty. */
export function page(parts: readonly string[]): string {
  return `\n${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

export function titled(title: string, lines: readonly string[], { colour }: Terminal): string {
  return lines.length === 0 ? '' : [colour.bold(title), ...lines].join('\n');
}
