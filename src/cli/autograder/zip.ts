import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { Contents } from '../course-copy/contents';

/** Files of any time and machine become the same archive: its oldest day, as the clock on the wall has it. */
const THEN = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };
const FILE = 0o100644;
const SCRIPT = 0o100755;

/** An archive of files. What begins as a script does can be run. */
export async function zipped(contents: Contents): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [file, text] of contents) {
    const mode = text.startsWith('#!') ? SCRIPT : FILE;
    zip.addBuffer(Buffer.from(text), file, { ...THEN, mode });
  }
  zip.end();
  return buffer(zip.outputStream);
}
