// An exercise with bytes that are no UTF-8.
import { exercise, type Inbox } from '../../grading/intake/handed-in';

export default function handIn(inbox: Inbox, name: string): void {
  inbox.put({
    [`${name}/${exercise()}`]: Buffer.from('export const mean = () => 0; // \xe9\xff\xfe', 'latin1'),
  });
}
