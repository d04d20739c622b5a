// A zip archive with an exercise of a gigabyte, packed into one megabyte.
import { exercise, patched, zipOf, type Inbox } from '../../grading/intake/handed-in';

export default async function handIn(inbox: Inbox, name: string): Promise<void> {
  const content = Buffer.alloc(50_000_000);
  const zip = await zipOf({ name: exercise(), content });
  // It says that it is small.
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  const small = Buffer.alloc(4);
  small.writeUInt32LE(1000);
  inbox.put({ [`${name}.zip`]: patched(zip, size.toString('latin1'), small.toString('latin1')) });
}
