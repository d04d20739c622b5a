import type { Statement } from 'acorn';
import { code, report, type Look } from './look';
import { walk, type Node } from './syntax';

/** Names kernels that return nothing, or not on every way through. */
export function checkReturns(look: Look): void {
  const { body } = look.function;
  if (body.type !== 'BlockStatement') return;
  const returns: (Node & { type: 'ReturnStatement' })[] = [];
  walk(body, (node) => {
    if (/Function/.test(node.type)) return false;
    if (node.type === 'ReturnStatement') returns.push(node);
    return true;
  });
  const who = look.helper === undefined ? 'This kernel' : `The helper \`${look.helper}\``;
  const empty = returns.find((each) => !each.argument);
  if (empty) {
    report(
      look,
      'empty-return',
      empty,
      `${who} returns without a number here.`,
      'Return a number: return 0;',
    );
    return;
  }
  const end = { start: Math.max(look.function.end - 1, look.function.start), end: look.function.end };
  if (returns.length === 0) {
    report(look, 'no-return', end, `${who} returns nothing.`, 'End it with return and a number.');
    return;
  }
  if (returnsAlways(body.body)) return;
  const last = returns.at(-1);
  report(
    look,
    'missing-return',
    end,
    `${who} returns a number only on some of its ways; on the others the result is silently 0.`,
    last ? `Add a return after the last branch, beside \`${code(look, last)}\`.` : 'Add a return at the end.',
  );
}

function returnsAlways(statements: readonly Statement[]): boolean {
  return statements.some(endsInReturn);
}

function endsInReturn(statement: Statement): boolean {
  switch (statement.type) {
    case 'ReturnStatement':
      return true;
    case 'BlockStatement':
      return returnsAlways(statement.body);
    case 'IfStatement':
      return !!statement.alternate && endsInReturn(statement.consequent) && endsInReturn(statement.alternate);
    case 'SwitchStatement': {
      const { cases } = statement;
      const last = cases.at(-1);
      if (!cases.some((each) => each.test === null || each.test === undefined) || !last) return false;
      return cases.every(
        (each) => (each.consequent.length === 0 && each !== last) || returnsAlways(each.consequent),
      );
    }
    default:
      return false;
  }
}
