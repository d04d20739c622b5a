import { colours, FONT_SIZE, pictureClass, rules } from './theme';

/** Where a picture is drawn, and how wide. */
export interface Canvas {
  /** A browser's, or linkedom's. */
  readonly document: Document;
  /** In pixels; what fits well on a page when left out. */
  readonly width?: number;
}

/** A plot, and what stands above it where there are several. */
export interface Panel {
  readonly heading?: string;
  readonly plot: SVGSVGElement | HTMLElement;
}

/** What a picture is made of. */
export interface Drawing {
  /** One line, in the picture. */
  readonly title: string;
  /** What is to be seen, in words and numbers, for whoever cannot see it. */
  readonly description: string;
  /** Side by side as far as the width goes. */
  readonly panels: readonly Panel[];
  readonly width: number;
}

const NAMESPACE = 'http://www.w3.org/2000/svg';
const LINE = 1.35 * FONT_SIZE;
/** Around a picture. Plot keeps a little more of its own. */
const MARGIN = 6;
const INDENT = 3;
const GAP = 6;
/** Of one of several panels: the longest names of axes need so much. */
const NARROWEST = 240;
// Wide enough for the letters of most fonts.
const LETTER = 0.6 * FONT_SIZE;

/** One SVG element that needs nothing beside itself: title, plots, colours for light and dark. */
export function picture(document: Document, { title, description, panels, width }: Drawing): SVGSVGElement {
  const make = (name: string, attributes: Readonly<Record<string, string | number>>, text = '') => {
    const element = document.createElementNS(NAMESPACE, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    if (text !== '') element.textContent = text;
    return element;
  };
  const lines = broken(title, Math.floor(room(width) / LETTER));
  const top = MARGIN + lines.length * LINE + GAP;
  const places = flow(panels, room(width));
  const height = Math.ceil(top + Math.max(...places.map(({ bottom }) => bottom)) + MARGIN);

  const svg = make('svg', {
    class: pictureClass,
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'aria-label': `${title}. ${description}`,
    fill: 'currentColor',
  }) as SVGSVGElement;
  svg.append(make('style', {}, rules));
  svg.append(make('rect', { class: 'paper', width, height, rx: 6, fill: colours.paper }));
  lines.forEach((line, index) =>
    svg.append(make('text', { class: 'title', x: MARGIN + INDENT, y: MARGIN + (index + 0.75) * LINE }, line)),
  );
  panels.forEach(({ heading, plot }, index) => {
    const { x, y } = places[index]!;
    const above = heading === undefined ? 0 : LINE;
    if (heading !== undefined) {
      svg.append(make('text', { class: 'title', x: MARGIN + x + INDENT, y: top + y + 0.75 * LINE }, heading));
    }
    svg.append(inner(plot, MARGIN + x, top + y + above));
  });
  roundAll(svg);
  return svg;
}

/** What a picture of some width has for its panels. */
export function room(width: number): number {
  return width - 2 * MARGIN;
}

/** For so many panels beside each other; the whole width where they would get too narrow to read. */
export function panelWidth(width: number, panels: number): number {
  const share = Math.floor(room(width) / Math.max(1, panels));
  return share < NARROWEST ? room(width) : share;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly bottom: number;
}

/** Panels beside each other, and below where there is no room left. */
function flow(panels: Drawing['panels'], width: number): Place[] {
  let [x, y, bottom] = [0, 0, 0];
  return panels.map(({ heading, plot }) => {
    const wide = Number(plot.getAttribute('width'));
    const high = Number(plot.getAttribute('height')) + (heading === undefined ? 0 : LINE);
    if (x > 0 && x + wide > width) [x, y] = [0, bottom + GAP];
    bottom = Math.max(bottom, y + high);
    x += wide;
    return { x: x - wide, y, bottom };
  });
}

/** A plot as a part of a picture: placed, without rules and fonts of its own, and silent to a screen reader. */
function inner(panel: Panel['plot'], x: number, y: number): Element {
  for (const style of panel.querySelectorAll('style')) style.remove();
  for (const name of ['font-size', 'font-family', 'class']) panel.removeAttribute(name);
  for (const part of panel.querySelectorAll('[aria-hidden]')) part.removeAttribute('aria-hidden');
  panel.setAttribute('aria-hidden', 'true');
  panel.setAttribute('x', String(x));
  panel.setAttribute('y', String(y));
  return panel;
}

/** Tenths of a pixel are enough, and the same on every machine, whatever its last digits are. */
function roundAll(svg: SVGSVGElement): void {
  for (const element of svg.querySelectorAll('*')) {
    for (const name of [
      'd',
      'transform',
      'x',
      'y',
      'x1',
      'x2',
      'y1',
      'y2',
      'width',
      'height',
      'cx',
      'cy',
      'r',
    ]) {
      const value = element.getAttribute(name);
      if (value === null || value.endsWith('em')) continue;
      element.setAttribute(
        name,
        value.replace(/-?\d*\.?\d+(e-?\d+)?/g, (number) => String(Math.round(Number(number) * 10) / 10 + 0)),
      );
    }
  }
}

/** A text in lines of so many letters at most. */
export function broken(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
