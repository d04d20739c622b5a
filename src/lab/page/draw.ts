import {
  finderPicture,
  landscapePicture,
  lossesPicture,
  normalizingShapes,
  schedulePicture,
  shapePicture,
  weightsPicture,
  type Canvas,
} from '#kit/charts';
import type { Drawing, InBothUnits } from '../messages';
import type { RaceView } from './race-view';

const WIDEST = 720;
const NARROWEST = 300;

/** A canvas as wide as there is room. */
export function canvasIn(element: Element): Canvas {
  const width = Math.max(NARROWEST, Math.min(WIDEST, element.clientWidth || WIDEST));
  return { document, width };
}

export function draw(drawing: Drawing, canvas: Canvas): SVGSVGElement {
  switch (drawing.kind) {
    case 'distribution':
      return shapePicture({ of: drawing.of, shapes: normalizingShapes(drawing.column) }, canvas);
    case 'landscape':
      return landscapePicture(drawing, canvas);
    case 'finder':
      return finderPicture(drawing, canvas);
    case 'schedule':
      return schedulePicture(drawing.steps, canvas);
  }
}

export function drawLosses({ start, arms }: RaceView, canvas: Canvas): SVGSVGElement {
  return lossesPicture(
    {
      arms: arms.map(({ name, epochs, batches }) => ({ name, epochs, batches })),
      target: start.target,
      last: start.epochs - 1,
      ...(start.article === undefined ? {} : { article: start.article }),
    },
    canvas,
  );
}

export function drawWeights(
  { start, arms }: RaceView,
  unit: keyof InBothUnits<unknown>,
  canvas: Canvas,
): SVGSVGElement {
  return weightsPicture(
    {
      arms: arms
        .map(({ name, tracked }) => ({ name, tracked: tracked[unit] }))
        .filter(({ tracked }) => tracked.length > 0),
      unit,
      target: start.target,
      last: start.steps - 1,
      ...(start.truth === undefined ? {} : { truth: start.truth[unit] }),
    },
    canvas,
  );
}
