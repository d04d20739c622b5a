import type { LinearModel } from '#kit/data';
import type { ArticleFunctions, LiveArmName, LiveStart } from '#kit/race';
import type { InBothUnits, Progress, TrackedStep } from '../messages';
import type { Gate } from './gate';

/** What lesson 11 has for keeping track. */
export type Tracking = Pick<ArticleFunctions, 'createTracker' | 'toStandardUnits'>;
type Tracker = ReturnType<ArticleFunctions['createTracker']>;
type Functions = Pick<ArticleFunctions, 'predict' | 'meanSquaredError' | 'toRawUnits'>;
type Moment = { readonly step: number; readonly model: LinearModel; readonly loss: number };

/** As many points as there are pixels to draw them. */
const POINTS = 150;
const SNAPSHOTS = 60;
/** Weights are drawn as long as the loss is no more than so many times that of the start. */
const DRAWN = 4;
/** An arm that loses so many times as much as at its start has left the bowl. */
const OUTSIDE = 1_000;

/** Watches one training of an arm, and collects what the page wants to draw. */
export class ArmWatch {
  private step = 0;
  private first: number | undefined;
  private left: number | undefined;
  private searched: number | undefined;
  private sum = 0;
  private count = 0;
  private batches: { epoch: number; loss: number }[] = [];
  private epochs: { epoch: number; validLoss: number }[] = [];
  private sent = 0;
  /** Kept until the next loss tells whether it is worth drawing. */
  private candidate: { readonly step: number; readonly model: LinearModel } | undefined;
  private readonly window: number;
  private readonly every: number;
  private readonly tracker: Tracker | undefined;

  /** @param tracking nothing where nobody keeps track */
  constructor(
    readonly name: LiveArmName,
    private readonly start: LiveStart,
    private readonly functions: Functions,
    private readonly tracking: Tracking | undefined,
    private readonly attempt = 1,
  ) {
    this.tracker = tracking?.createTracker();
    this.window = Math.max(1, Math.floor(start.steps / POINTS));
    this.every = Math.max(1, Math.floor(start.steps / SNAPSHOTS));
  }

  /** The one for the next training of this arm, at another rate. */
  again(): ArmWatch {
    return new ArmWatch(this.name, this.start, this.functions, this.tracking, this.attempt + 1);
  }

  /** Whether a step belongs to another training than those before it. */
  isOver({ step }: Pick<Moment, 'step'>): boolean {
    return step === 0 && this.step > 0;
  }

  /** How far it is with trying rates. */
  search(share: number): void {
    this.searched = share;
  }

  /** Looks at a step. @returns a promise where that takes a while: at the end of an epoch */
  see({ step, model, loss }: Moment): Promise<void> | undefined {
    const { stepsAnEpoch, steps } = this.start;
    this.step = step + 1;
    this.first ??= loss;
    if (this.left === undefined && !(loss <= OUTSIDE * Math.max(this.first, Number.MIN_VALUE))) {
      this.left = step;
      // Up to here it climbs.
      if (this.count > 0) this.endWindow();
    }
    if (this.left === undefined) {
      this.sum += loss;
      this.count += 1;
      if (this.count === this.window || step === steps - 1) this.endWindow();
    }
    this.track(step, model, loss);
    return (step + 1) % stepsAnEpoch === 0 ? this.endEpoch(model) : undefined;
  }

  /** What has happened since the last time. */
  news({ stepsPerSecond }: Gate): Progress {
    const tracked = (this.tracker?.history() ?? []).slice(this.sent);
    this.sent += tracked.length;
    const { batches, epochs } = this;
    [this.batches, this.epochs] = [[], []];
    return {
      arm: this.name,
      attempt: this.attempt,
      step: this.step,
      stepsPerSecond,
      batches,
      epochs,
      tracked: {
        raw: tracked.map((snapshot) => this.inUnit('raw', snapshot)),
        standard: tracked.map((snapshot) => this.inUnit('standard', snapshot)),
      },
      ...(this.left === undefined ? {} : { left: this.left }),
      ...(this.searched === undefined || this.step > 0 ? {} : { searched: this.searched }),
    };
  }

  private track(step: number, model: LinearModel, loss: number): void {
    const { candidate, tracker, first = NaN } = this;
    const isCalm = loss <= DRAWN * first;
    if (candidate !== undefined && isCalm) tracker?.record(candidate.step, candidate.model);
    const isWanted = tracker !== undefined && isCalm && step % this.every === 0;
    // A copy: the next step may write over it.
    this.candidate = isWanted ? { step, model: { ...model, weights: model.weights.slice() } } : undefined;
    if (isCalm && step === this.start.steps - 1) tracker?.record(step, model);
  }

  private endWindow(): void {
    const epoch = (this.step - this.count / 2) / this.start.stepsAnEpoch - 1;
    this.batches.push({ epoch, loss: this.sum / this.count });
    [this.sum, this.count] = [0, 0];
  }

  /** The loss that `fit` tells of once it is done, already now. */
  private async endEpoch(model: LinearModel): Promise<void> {
    const { prepared, stepsAnEpoch } = this.start;
    const { x, targets } = prepared[this.name === 'normalized' ? 'normalized' : 'raw'].valid;
    const { predict, meanSquaredError } = this.functions;
    const validLoss = await meanSquaredError(await predict(x, model), targets);
    this.epochs.push({ epoch: this.step / stepsAnEpoch - 1, validLoss });
  }

  private inUnit(unit: keyof InBothUnits<unknown>, { step, ...model }: TrackedStep): TrackedStep {
    const own = this.name === 'normalized' ? 'standard' : 'raw';
    const convert = unit === 'raw' ? this.functions.toRawUnits : this.tracking?.toStandardUnits;
    if (unit === own || convert === undefined) return { step, ...model };
    return { step, ...convert(model, this.start.prepared.standardizer) };
  }
}
