import { parseArgs, type ParseArgsConfig } from 'node:util';
import { fileTrouble } from '#kit/course';

/** A command was called in a way that it does not understand; the message says how to call it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** An option without a value, which is false where it is not given. */
export const flag = { type: 'boolean', default: false } as const;

/** What every command has. */
const help = { help: { ...flag, short: 'h' } } as const;

function readArguments<Own extends Options>(usage: string, options: Own) {
  try {
    return parseArgs({ options: { ...options, ...help }, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
}

/** How a command was called. */
export type Called<Own extends Options> = ReturnType<typeof readArguments<Own>>;

/**
 * Runs a command, or says with --help how to call it.
 * @param options its own; every command has --help
 * @param command answers the exit code
 */
export async function runCommand<Own extends Options>(
  usage: string,
  options: Own,
  command: (called: Called<Own>) => Promise<number>,
): Promise<void> {
  await exitWith(async () => {
    const called = readArguments(usage, options);
    if (!(called.values as { help: boolean }).help) return command(called);
    process.stdout.write(`${usage}\n`);
    return 0;
  });
}

/** Ends with a command's exit code. A wrong call ends with its words and 2, a file that cannot be used with 1. */
export async function exitWith(command: () => Promise<number>): Promise<void> {
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

/** Writes what a command has found: as one JSON object where --json asks for it, else as words. */
export function writeAnswer(asJson: boolean, object: () => object, words: () => string): void {
  process.stdout.write(`${asJson ? JSON.stringify(object(), null, 2) : words()}\n`);
}
