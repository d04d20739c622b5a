import type { LiveArmName } from '#kit/race';
import type { ArmEnded, InBothUnits, Progress, RaceStart, TrackedStep } from '../messages';

/** An arm as far as it has come. */
export interface ArmView {
  readonly name: LiveArmName;
  readonly attempt: number;
  step: number;
  stepsPerSecond: number;
  searched: number | undefined;
  left: number | undefined;
  batches: { readonly epoch: number; readonly loss: number }[];
  epochs: readonly { readonly epoch: number; readonly validLoss: number }[];
  readonly tracked: InBothUnits<TrackedStep[]>;
  ended: ArmEnded | undefined;
}

/** A race as far as the page has heard of it. */
export class RaceView {
  readonly arms: ArmView[] = [];
  words: readonly string[] = [];

  constructor(
    readonly start: RaceStart,
    /** Whether it ran on the solutions, to be looked at. */
    readonly isOutline: boolean,
  ) {}

  get current(): ArmView | undefined {
    return this.arms.at(-1);
  }

  heard(progress: Progress): void {
    const known = this.arms.find(({ name }) => name === progress.arm);
    const arm = known?.attempt === progress.attempt ? known : this.begin(progress.arm, progress.attempt);
    arm.step = progress.step;
    arm.stepsPerSecond = progress.stepsPerSecond;
    arm.searched = progress.searched;
    arm.left = progress.left;
    arm.batches.push(...progress.batches);
    arm.epochs = [...arm.epochs, ...progress.epochs];
    arm.tracked.raw.push(...progress.tracked.raw);
    arm.tracked.standard.push(...progress.tracked.standard);
  }

  ended(ended: ArmEnded): void {
    const arm = this.arms.find(({ name }) => name === ended.arm) ?? this.begin(ended.arm, 1);
    arm.ended = ended;
    // What `fit` says counts.
    arm.epochs = ended.epochs;
  }

  private begin(name: LiveArmName, attempt: number): ArmView {
    const arm: ArmView = {
      name,
      attempt,
      step: 0,
      stepsPerSecond: 0,
      searched: undefined,
      left: undefined,
      batches: [],
      epochs: [],
      tracked: { raw: [], standard: [] },
      ended: undefined,
    };
    const place = this.arms.findIndex((other) => other.name === name);
    if (place >= 0) this.arms[place] = arm;
    else this.arms.push(arm);
    return arm;
  }
}
