// A tar archive with paths that lead out of it: to a neighbour's exercise, and to the grader's own files.
import { exercise, tarOf, type Inbox } from '../../grading/intake/handed-in';

export default function handIn(inbox: Inbox, name: string): void {
  const content = 'export const mean = () => 0;';
  const paths = [
    `../neighbour-1/${exercise()}`,
    '/tmp/attack-was-here',
    '../../../../../../tmp/attack-was-here',
  ];
  inbox.put({ [`${name}.tar`]: tarOf(...paths.map((path) => ({ path, content }))) });
}
