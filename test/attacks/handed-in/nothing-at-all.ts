// An empty folder.
import { mkdirSync } from 'node:fs';
import type { Inbox } from '../../grading/intake/handed-in';

export default function handIn(inbox: Inbox, name: string): void {
  mkdirSync(inbox.at(name));
}
