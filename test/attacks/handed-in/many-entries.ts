// A zip archive with sixty thousand entries.
import { zipOf, type Inbox } from '../../grading/intake/handed-in';

export default async function handIn(inbox: Inbox, name: string): Promise<void> {
  const entries = Array.from({ length: 60_000 }, (_, count) => ({ name: `${count}`, compress: false }));
  inbox.put({ [`${name}.zip`]: await zipOf(...entries) });
}
