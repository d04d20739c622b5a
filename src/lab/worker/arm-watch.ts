import type { LinearModel } from '#kit/data';
import type { ArticleFunctions, LiveArmName, LiveStart } from '#kit/race';
import type { Progress } from '../messages';
import type { Gate } from './gate';

/** A tracker of lesson 11. */
export type Tracker = ReturnType<ArticleFunctions['createTracker']>;
type Moment = { readonly step: number; readonly model: LinearModel; readonly loss: number };

/** As many points as there are pixels to draw them. */
const POINTS = 150;
const SNAPSHOTS = 60;
/** Weights are drawn as long as the loss is no more than so many times that of the start. */
const DRAWN = 4;
/** An arm that loses so many times as much as at its start has left the bowl. */
const OUTSIDE = 1_000;

/** Watches one arm of a race, and collects what the page wants to draw. */
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

  constructor(
    readonly name: LiveArmName,
    private readonly start: LiveStart,
    private readonly functions: Pick<ArticleFunctions, 'predict' | 'meanSquaredError' | 'toRawUnits'>,
    private readonly tracker: Tracker | undefined,
  ) {
    this.window = Math.max(1, Math.floor(start.steps / POINTS));
    this.every = Math.max(1, Math.floor(start.steps / SNAPSHOTS));
  }

  /** How far it is with trying rates. */
  search(share: number): void {
    this.searched = share;
  }

  /** Looks at a step. @returns a promise where that takes a while: at the end of an epoch */
  see({ step, model, loss }: Moment): Promise<void> | undefined {
    const { stepsAnEpoch, steps } = this.start;
    // A second try at another rate begins again.
    if (step === 0 && this.step > 0) this.restart();
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
      step: this.step,
      stepsPerSecond,
      batches,
      epochs,
      tracked: tracked.map(({ step, ...model }) => ({ step, ...this.inRawUnits(model) })),
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

  private restart(): void {
    this.first = undefined;
    this.left = undefined;
    [this.sum, this.count] = [0, 0];
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

  private inRawUnits(model: LinearModel): LinearModel {
    if (this.name !== 'normalized') return model;
    return this.functions.toRawUnits(model, this.start.prepared.standardizer);
  }
}
