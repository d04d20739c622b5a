// A tar archive of a gigabyte of nothing, packed into one megabyte.
import { gzipSync } from 'node:zlib';
import { exercise, tarEntry, tarOf, type Inbox } from '../../grading/intake/handed-in';

export default function handIn(inbox: Inbox, name: string): void {
  const nothing = Buffer.alloc(50_000_000);
  const parts = Array.from({ length: 12 }, () =>
    gzipSync(Buffer.concat(tarEntry({ path: 'nothing', content: nothing }))),
  );
  const end = gzipSync(tarOf({ path: exercise(), content: 'export const mean = () => 0;' }));
  inbox.put({ [`${name}.tar.gz`]: Buffer.concat([...parts, end]) });
}
