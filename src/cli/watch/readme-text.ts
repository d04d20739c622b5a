import { lexer, type Token, type Tokens } from 'marked';
import { indented, tableLines, type Terminal } from '#kit/pages';

/** Markdown as it reads well in a terminal: without its marks, broken to the width. */
export function readmeText(markdown: string, terminal: Terminal): string {
  return lexer(markdown)
    .flatMap((token) => block(token, '  ', terminal) ?? [])
    .join('\n\n');
}

function block(token: Token, margin: string, terminal: Terminal): string | undefined {
  const { colour, width } = terminal;
  switch (token.type) {
    case 'heading':
      return colour.bold(indented(terminal, '', inline(token)));
    case 'code':
      return indented(terminal, `${margin}  `, token.text, colour.cyan);
    case 'list':
      return (token as Tokens.List).items
        .map((item, index) =>
          listItem(item, token.ordered === true ? `${index + 1}. ` : '* ', margin, terminal),
        )
        .join('\n');
    case 'table':
      return tableText(token as Tokens.Table, margin, terminal);
    case 'paragraph':
    case 'text':
      return indented(terminal, margin, oneLine(inline(token)));
    case 'blockquote':
      return (token.tokens ?? []).flatMap((each) => block(each, `${margin}│ `, terminal) ?? []).join('\n');
    case 'hr':
      return margin + '─'.repeat(width - margin.length);
    default:
      return undefined;
  }
}

/** Columns where they fit beside each other; else one row below the other, each cell with its column's name. */
function tableText({ header, rows }: Tokens.Table, margin: string, terminal: Terminal): string {
  const [first, ...others] = header.map((cell, index) => ({
    title: inline(cell),
    cells: rows.map((row) => inline(row[index] ?? {})),
  }));
  if (first === undefined) return '';
  const lines = tableLines([first, ...others], Infinity, margin);
  if (lines.every((line) => line.length <= terminal.width)) return lines.join('\n');
  const named = (title: string, cell: string) => (title === '' ? cell : `${title}: ${cell}`);
  return first.cells
    .flatMap((name, row) => [
      indented(terminal, margin, named(first.title, name)),
      ...others.map(({ title, cells }) => indented(terminal, `${margin}  `, named(title, cells[row] ?? ''))),
    ])
    .join('\n');
}

function listItem({ tokens }: Tokens.ListItem, mark: string, margin: string, terminal: Terminal): string {
  const inner = ' '.repeat(margin.length + mark.length);
  const [first = '', ...others] = tokens.flatMap((token) => block(token, inner, terminal) ?? []);
  return [margin + mark + first.trimStart(), ...others].join('\n');
}

/** What stands within a line. A picture is told by its description. */
function inline(token: {
  readonly tokens?: Token[];
  readonly text?: string;
  readonly type?: string;
}): string {
  const { type, tokens, text = '' } = token;
  if (type === 'codespan') return `\`${text}\``;
  if (type === 'image') return `(picture: ${text})`;
  return tokens === undefined ? text : tokens.map(inline).join('');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}
