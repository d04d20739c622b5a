// An exercise that ends in the middle of a word.
import { exercise, type Inbox } from '../../grading/intake/handed-in';

export default function handIn(inbox: Inbox, name: string): void {
  inbox.put({ [`${name}/${exercise()}`]: 'export function mean(values: Float32Array { return }}}} `${' });
}
