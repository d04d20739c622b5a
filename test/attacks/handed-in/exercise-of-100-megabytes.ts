// An exercise of a hundred megabytes.
import { closeSync, ftruncateSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { exercise, type Inbox } from '../../grading/intake/handed-in';

export default function handIn(inbox: Inbox, name: string): void {
  const file = inbox.at(`${name}/${exercise()}`);
  mkdirSync(dirname(file), { recursive: true });
  const fd = openSync(file, 'w');
  ftruncateSync(fd, 100_000_000);
  closeSync(fd);
}
