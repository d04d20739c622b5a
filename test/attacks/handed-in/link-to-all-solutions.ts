// A folder in which lessons is a symbolic link to the folder of all solutions.
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#kit/course';
import type { Inbox } from '../../grading/intake/handed-in';

export default function handIn(inbox: Inbox, name: string): void {
  mkdirSync(inbox.at(name));
  symlinkSync(join(root, 'solutions'), inbox.at(`${name}/lessons`));
}
