// An exercise of 200 kB that is one expression, nested so deep that it ends whoever reads it.
import { exercise, type Inbox } from '../../grading/intake/handed-in';

export default function handIn(inbox: Inbox, name: string): void {
  inbox.put({ [`${name}/${exercise()}`]: `export const mean = () => ${'!'.repeat(200_000)}0;\n` });
}
