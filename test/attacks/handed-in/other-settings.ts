// Brings its own tests, solutions, tsconfig, package.json and rooms, in which everything is right.
import { exercise, mean, type Inbox } from '../../grading/intake/handed-in';

export default function handIn(inbox: Inbox, name: string): void {
  const put = (files: Record<string, string>) =>
    inbox.put(Object.fromEntries(Object.entries(files).map(([file, text]) => [`${name}/${file}`, text])));
  put({
    [exercise()]: "import { right } from '#kit/right'; export const mean = right;",
    [`lessons/${mean}/exercise.test.ts`]: 'export default { tests: [], tasks: [] };',
    [`solutions/${mean}/exercise.ts`]: 'export const mean = () => 0;',
    'src/right/index.ts': 'export const right = () => 0;',
    'package.json': '{ "imports": { "#kit/*": "./src/*/index.ts" }, "type": "module" }',
    'tsconfig.json': '{ "compilerOptions": { "paths": { "#kit/*": ["./src/*"] }, "jsxFactory": "alert" } }',
  });
}
