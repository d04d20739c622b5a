import { parseArgs, type ParseArgsConfig } from 'node:util';
import { fileTrouble } from '#kit/course';

/** A command was called in a way that it does not understand; the message says how to call it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws UsageError for an option that the command does not have, or one that lacks its value. */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
}

/** Runs a command; a wrong call ends with its words and exit code 2, a file that it cannot use with 1. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const isUsage = error instanceof UsageError;
    const words = isUsage ? error.message : fileTrouble(error);
    if (words === undefined) throw error;
    process.stderr.write(`${words}\n`);
    process.exitCode = isUsage ? 2 : 1;
  }
}
