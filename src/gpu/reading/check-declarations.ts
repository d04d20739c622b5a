import { code, report, subject, type Look } from './look';
import { walk } from './syntax';

/** Names variables without a value, constants that change, and names that are used twice. */
export function checkDeclarations(look: Look): void {
  walk(look.function, (node, ancestors) => {
    const header = ancestors.at(-1)?.type;
    if (node.type !== 'VariableDeclaration' || header === 'ForOfStatement' || header === 'ForInStatement')
      return;
    for (const declaration of node.declarations) {
      if (declaration.init) continue;
      const name = code(look, declaration.id);
      report(
        look,
        'no-value',
        declaration,
        `\`${name}\` has no value when it is declared, and gpu.js needs one to know what it is.`,
        `Give it one: ${node.kind} ${name} = 0.`,
      );
    }
  });
  for (const { name, isConst, assignments } of look.bindings.all) {
    const [assignment] = assignments;
    if (!isConst || assignment === undefined) continue;
    const words = `\`${name}\` is declared with const, and \`${code(look, assignment)}\` gives it another value.`;
    report(look, 'const-changed', assignment, words, `Declare it with let: let ${name} = ….`);
  }
  for (const { id, hidden } of look.bindings.twice) {
    const name = hidden.name;
    const what = hidden.kind === 'parameter' ? 'the parameter' : 'the variable declared before';
    report(
      look,
      'name-twice',
      id,
      `The name \`${name}\` is used twice: this one hides ${what}, and compiled kernels take both for one.`,
      'Give one of them another name.',
    );
  }
  checkConstantNames(look);
}

// On the cpu backend a scalar parameter with a constant's name silently reads the constant.
function checkConstantNames(look: Look): void {
  const { bindings, surroundings } = look;
  const named = bindings.all.filter(
    (each) => each.kind === 'parameter' && surroundings.constants.includes(each.name),
  );
  if (named.length === 0) return;
  const seen = new Set<unknown>();
  walk(look.function.body, (node, ancestors) => {
    const binding = node.type === 'Identifier' ? bindings.of.get(node) : undefined;
    if (!binding || !named.includes(binding) || seen.has(binding)) return;
    const parent = ancestors.at(-1);
    if (parent?.type === 'MemberExpression' && parent.object === node) return;
    seen.add(binding);
    report(
      look,
      'name-of-constant',
      binding.id,
      `${subject(look)} has a parameter \`${binding.name}\`, and a constant has the same name: gpu.js mixes them up.`,
      'Give one of them another name.',
    );
  });
}
