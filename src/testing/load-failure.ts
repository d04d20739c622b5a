import type { Failure } from './failure';
import { failureOf } from './failure-of';

/** Why an exercise file could not be loaded, in words. */
export function loadFailure(error: unknown): Failure {
  return { ...syntaxFailure(error), unloadable: true };
}

function syntaxFailure(error: unknown): Failure {
  const message = error instanceof Error ? plain(error.message) : '';
  const [, reason, file, line] = /\[PARSE_ERROR\] (.+)\n[^\n]*\[ (.+?):(\d+):\d+ \]/.exec(message) ?? [];
  if (reason !== undefined && file !== undefined && line !== undefined) {
    const sentence = `This file cannot be read as TypeScript: ${reason.replace(/\.$/, '')}.`;
    return { kind: 'error', sentence, place: { file, line: Number(line) } };
  }
  const [, wanted, importer] =
    /Cannot find (?:module|package) '(.+?)' imported from (.+)/.exec(message) ?? [];
  if (wanted !== undefined && importer !== undefined) {
    return {
      kind: 'error',
      sentence: `This file imports '${wanted}', and there is nothing of that name.`,
      place: { file: importer },
    };
  }
  return failureOf(error);
}

/** Without colours: the message was made for a terminal. */
function plain(text: string): string {
  return text.replaceAll(/\u001b\[[0-9;]*m/g, '');
}
