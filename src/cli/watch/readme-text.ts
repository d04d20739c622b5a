import { lexer, type Token, type Tokens } from 'marked';
import { tableLines } from '../table';
import { indented, type Terminal } from '../terminal';

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
      return colour.bold(inline(token));
    case 'code':
      return indented(terminal, `${margin}  `, token.text, colour.cyan);
    case 'list':
      return (token as Tokens.List).items
        .map((item, index) =>
          listItem(item, token.ordered === true ? `${index + 1}. ` : '* ', margin, terminal),
        )
        .join('\n');
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const columns = header.map((cell, index) => ({
        title: inline(cell),
        cells: rows.map((row) => inline(row[index] ?? {})),
      }));
      const [first, ...others] = columns;
      return first && tableLines([first, ...others], width, margin).join('\n');
    }
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
