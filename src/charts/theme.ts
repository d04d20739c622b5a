/** The class of every picture, and of whatever else wants its colours. */
export const pictureClass = 'common-scale-picture';

/** Text beside the lines of a picture, in pixels: still readable where a phone shows it smaller. */
export const FONT_SIZE = 14;
/** Wide enough for a sentence as a title, narrow enough to stay readable at 400 pixels. */
export const WIDTH = 520;

/**
 * Colours by what they are for. Never the only difference: see arms.ts. Each is dark enough for text on its
 * paper, and those of the arms stay apart in grey.
 */
export const colours = {
  normalized: 'var(--picture-normalized)',
  raw: 'var(--picture-raw)',
  truth: 'var(--picture-ink)',
  faint: 'var(--picture-faint)',
  paper: 'var(--picture-paper)',
} as const;

/**
 * Rules for pictures, in a light theme and in a dark one. A picture brings its own paper, so that it can be
 * read on a page that does not follow the reader's theme.
 */
export const rules = `
.${pictureClass} {
  --picture-ink: #1f2328;
  --picture-paper: #ffffff;
  --picture-faint: #59636e;
  --picture-normalized: #0b3d91;
  --picture-raw: #b85a00;
  color: var(--picture-ink);
  font: ${FONT_SIZE}px system-ui, -apple-system, "Segoe UI", sans-serif;
  max-width: 100%;
  height: auto;
}
.${pictureClass} text { white-space: pre; font-variant-numeric: tabular-nums; }
.${pictureClass} .paper { fill: var(--picture-paper); }
.${pictureClass} .title { font-weight: 600; }
@media (prefers-color-scheme: dark) {
  .${pictureClass} {
    --picture-ink: #e6edf3;
    --picture-paper: #0d1117;
    --picture-faint: #9198a1;
    --picture-normalized: #a5d6ff;
    --picture-raw: #db6d28;
  }
}
`;
