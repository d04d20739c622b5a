// A folder in the place of exercise.ts.
import { exercise, type Inbox } from '../../grading/intake/handed-in';

export default function handIn(inbox: Inbox, name: string): void {
  inbox.put({ [`${name}/${exercise()}/index.ts`]: 'export const mean = () => 0;' });
}
