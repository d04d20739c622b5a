import {
  columnsPicture,
  decaysPicture,
  finderPicture,
  landscapePicture,
  lossesPicture,
  normalizingShapes,
  rangesOf,
  schedulePicture,
  shapePicture,
  weightsPicture,
  type Canvas,
  type NormalizedColumn,
} from '#kit/charts';
import { raceLandscapes, type ArticleRace, type Finished, type RaceResult } from '#kit/race';

/** Pictures that belong together, and a sentence on what to look at. */
export interface Pictures {
  readonly title: string;
  readonly words: string;
  readonly pictures: readonly SVGSVGElement[];
}

/** Of the race with plain descent: the data, the losses, and the bowls that both arms go down. */
export function plainPictures(race: RaceResult, column: NormalizedColumn, canvas: Canvas): Pictures[] {
  const { columns, target } = race.data;
  const landscapes = raceLandscapes(race).map((views) =>
    landscapePicture({ columns, target, views }, canvas),
  );
  return [
    dataPictures(race, column, canvas),
    lossPictures(race, canvas),
    ...(landscapes.length === 0
      ? []
      : [
          {
            title: 'The bowl',
            words:
              'The loss over two of the parameters, while all others stay where the loss is least, and ' +
              'plain descent over all rows at once. A step goes straight down, and straight down leads to the bottom ' +
              'only where the bowl is round.',
            pictures: landscapes,
          },
        ]),
  ];
}

/** Of the article's recipe: finder, schedule, losses, weights in both units, and decays. */
export function articlePictures(race: ArticleRace, canvas: Canvas): Pictures[] {
  const { arms, data, decays, standardTruth } = race;
  const { target } = data;
  const withDecay = arms.slice(0, 2);
  const schedule = arms[0]?.schedule ?? [];
  const finders = arms.flatMap(({ name, finder }) => (finder === undefined ? [] : [{ name, ...finder }]));
  return [
    {
      title: 'Before the training',
      words:
        'The finder trains a batch at each rate. Where the smoothed loss turns up the rate is too large, and the ' +
        'suggestion stands a factor of ten below. The cycle then starts low, peaks after a quarter of the steps, and ends near 0.',
      pictures: [
        finderPicture({ arms: finders, target }, canvas),
        ...(schedule.length === 0 ? [] : [schedulePicture(schedule, canvas)]),
      ],
    },
    lossPictures(race, canvas),
    {
      title: 'Weights and bias',
      words:
        'Compare weights only in one unit.' +
        (data.truth === undefined
          ? ''
          : ' Where the lines of an arm end on the dotted ones it has found the model that made the data; where ' +
            'they end inside of them, something holds the weights back.'),
      pictures: [
        weightsPicture(
          {
            arms: withDecay.map(({ name, rawTracked }) => ({ name, tracked: rawTracked })),
            unit: 'raw',
            target,
            ...(data.truth === undefined ? {} : { truth: data.truth }),
          },
          canvas,
        ),
        weightsPicture(
          {
            arms: withDecay.map(({ name, standardTracked }) => ({ name, tracked: standardTracked })),
            unit: 'standard',
            target,
            ...(standardTruth === undefined ? {} : { truth: standardTruth }),
          },
          canvas,
        ),
      ],
    },
    ...(decays === undefined
      ? []
      : [
          {
            title: 'Weight decay',
            words: 'The further to the right, the smaller the largest weight that the decay lets stand.',
            pictures: [decaysPicture({ trials: decays, target }, canvas)],
          },
        ]),
  ];
}

function dataPictures({ data, prepared }: RaceResult, column: NormalizedColumn, canvas: Canvas): Pictures {
  const { raw, normalized } = prepared;
  return {
    title: 'The data',
    words:
      'Normalizing moves each column to a mean of 0 and stretches it to a standard deviation of 1. It does not change a ' +
      'column’s shape.',
    pictures: [
      columnsPicture(
        { names: data.columns, raw: rangesOf(raw.train.x), normalized: rangesOf(normalized.train.x) },
        canvas,
      ),
      shapePicture({ of: `The column ${column.name}`, shapes: normalizingShapes(column) }, canvas),
    ],
  };
}

function lossPictures(race: Finished & Pick<ArticleRace, 'article'>, canvas: Canvas): Pictures {
  const { arms, data, article } = race;
  return {
    title: 'The losses',
    words: 'The axis counts in powers of ten. The lower, the better.',
    pictures: [
      lossesPicture({ arms, target: data.target, ...(article === undefined ? {} : { article }) }, canvas),
    ],
  };
}
