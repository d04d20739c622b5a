import type { NormalizedColumn } from '#kit/charts';
import type { LinearModel } from '#kit/data';
import type { Backend } from '#kit/gpu';
import type { Landscape, LiveArmName, Limits } from '#kit/race';
import type { Settings } from './settings';

/*
 * What the page and its workers say to each other. All of it is plain data.
 */

export type Shelf = 'lessons' | 'solutions';
export type FigureName = 'distribution' | 'landscape' | 'finder' | 'schedule';

/** A CSV file that was chosen. */
export interface ChosenFile {
  /** Another one for each file that is opened, be its name the same. */
  readonly id: number;
  readonly name: string;
  /** Goes along with every job: a blob is handed over, and not copied. */
  readonly content: Blob;
  readonly columns: readonly string[];
}

/** What a worker needs for whatever it does. */
export interface Job {
  /** Comes back with the answer. */
  readonly id: number;
  readonly shelf: Shelf;
  readonly settings: Settings;
  readonly file?: ChosenFile;
}

/** Each turn of a button has a number, so that an answer to an earlier one is known as such. */
export type Request =
  | { readonly type: 'open'; readonly id: number; readonly name: string; readonly content: Blob }
  | ({ readonly type: 'facts' } & Job)
  | ({ readonly type: 'check' } & Job)
  | ({ readonly type: 'figure'; readonly figure: FigureName } & Job)
  | RaceRequest
  | { readonly type: 'pause' | 'go on' | 'step'; readonly turn: number };

export type RaceRequest = { readonly type: 'race'; readonly isPaused: boolean } & Job;

/** What the controls show of the data. */
export interface Facts {
  readonly rows: number;
  readonly epochs: number;
  /** Of a race with the settings of now. */
  readonly steps: number;
  readonly target: string;
  readonly suitableRate: number;
  readonly limits: Limits;
  readonly notes: readonly string[];
}

/** A section that could not be drawn: it waits for data, or for a lesson, or something is wrong. */
export type Trouble =
  | { readonly state: 'waiting'; readonly words: string }
  | { readonly state: 'closed'; readonly missing: readonly string[] }
  | { readonly state: 'failed'; readonly words: string };

export type Drawing =
  | {
      readonly kind: 'distribution';
      readonly of: string;
      readonly column: NormalizedColumn;
    }
  | {
      readonly kind: 'landscape';
      readonly columns: readonly string[];
      readonly target: string;
      readonly views: readonly {
        readonly name: string;
        readonly unit: 'raw' | 'standard';
        readonly landscape: Landscape;
      }[];
    }
  | {
      readonly kind: 'finder';
      readonly target: string;
      readonly arms: readonly {
        readonly name: string;
        readonly learningRates: Float64Array;
        readonly losses: Float64Array;
        readonly smoothed: Float64Array;
        readonly suggestion: number;
        readonly limit: number;
      }[];
    }
  | {
      readonly kind: 'schedule';
      readonly steps: readonly {
        readonly step: number;
        readonly learningRate: number;
        readonly momentum: number;
      }[];
    };

/** A drawing, with what it shows in a sentence or two. */
export interface Drawn {
  readonly state: 'ready';
  readonly drawing: Drawing;
  readonly words: readonly string[];
}

/** In the units of the data, and per standard deviation. */
export interface InBothUnits<Told> {
  readonly raw: Told;
  readonly standard: Told;
}

export interface TrackedStep {
  readonly step: number;
  readonly weights: Float32Array;
  readonly bias: number;
}

/** What has happened in an arm since the last message. */
export interface Progress {
  readonly arm: LiveArmName;
  /** Counts the trainings of this arm: at its best rate it may try another one. */
  readonly attempt: number;
  readonly step: number;
  readonly stepsPerSecond: number;
  readonly batches: readonly { readonly epoch: number; readonly loss: number }[];
  readonly epochs: readonly { readonly epoch: number; readonly validLoss: number }[];
  /** None where nobody keeps track. */
  readonly tracked: InBothUnits<readonly TrackedStep[]>;
  /** The step at which it left the bowl, where it did. */
  readonly left?: number;
  /** How far it is with looking for a rate of its own, while it does that. */
  readonly searched?: number;
}

export interface RaceStart {
  readonly target: string;
  readonly learningRate: number;
  readonly epochs: number;
  readonly steps: number;
  readonly stepsAnEpoch: number;
  readonly backend: Backend;
  /** What made the targets, where it is known. */
  readonly truth?: InBothUnits<LinearModel>;
  /** Functions of lesson 11 that weights are tracked with, where they are not written yet; or why they fail. */
  readonly untracked?: Trouble;
  /** What the article printed, where this is its run. */
  readonly article?: Readonly<
    Record<string, readonly { readonly epoch: number; readonly validLoss: number }[]>
  >;
}

export interface ArmEnded {
  readonly arm: LiveArmName;
  readonly learningRate: number;
  /** NaN after an overflow. */
  readonly loss: number;
  readonly diverged: boolean;
  readonly stepsPerSecond: number;
  readonly epochs: readonly { readonly epoch: number; readonly validLoss: number }[];
}

export type Answer =
  | { readonly type: 'opened'; readonly id: number; readonly file: ChosenFile; readonly target: string }
  | { readonly type: 'not opened'; readonly id: number; readonly words: string }
  | { readonly type: 'check'; readonly id: number; readonly race?: Trouble; readonly weights?: Trouble }
  | { readonly type: 'facts'; readonly id: number; readonly facts: Facts }
  | { readonly type: 'no facts'; readonly id: number; readonly words: string }
  | {
      readonly type: 'figure';
      readonly id: number;
      readonly figure: FigureName;
      readonly outcome: Drawn | Trouble;
    }
  | { readonly type: 'race started'; readonly start: RaceStart }
  | { readonly type: 'race progress'; readonly progress: Progress }
  | { readonly type: 'race paused'; readonly turn: number }
  | { readonly type: 'arm ended'; readonly ended: ArmEnded }
  | { readonly type: 'race ended'; readonly words: readonly string[] }
  | { readonly type: 'race trouble'; readonly trouble: Trouble };
