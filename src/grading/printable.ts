import { stripVTControlCharacters } from 'node:util';

/** Characters that show nothing and change what others look like, or the direction that a line runs in. */
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|\p{Cs}/gu;

/** Text of a student that may be printed: what would steer a terminal is gone or shows as `�`. Lines stay lines. */
export function printable(text: string): string {
  return stripVTControlCharacters(text.replaceAll('\r\n', '\n')).replace(UNSEEN, '\ufffd');
}

/** The same in one line. */
export function inOneLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim();
}
