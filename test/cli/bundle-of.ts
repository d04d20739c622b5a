import { join } from 'node:path';
import { root } from '#kit/course';
import { bundleCommand } from '../../src/cli/bundle/bundle-command.mjs';
import { isBundleKept } from '../../src/cli/bundle/kept-bundle.mjs';

/** The folder with the bundle of a command of the course itself, made anew where it is not that of today's files. */
export function bundleOf(command: string): string {
  const folder = join(root, '.common-scale', command);
  if (!isBundleKept(root, folder)) bundleCommand(root, command, folder);
  return folder;
}
