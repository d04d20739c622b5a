// A folder that is a symbolic link to what an honest neighbour has handed in.
import { symlinkSync } from 'node:fs';
import type { Inbox } from '../../grading/intake/handed-in';

export default function handIn(inbox: Inbox, name: string): void {
  symlinkSync('neighbour-1', inbox.at(name));
}
