import { inDigits } from '#kit/words';
import type { Facts } from '../messages';
import { chosenNumber, kindOf, type NumberName } from '../numbers';
import { armNames, armsOf, backends, bounds, start, type Settings } from '../settings';
import { complain, hasComplaint } from './complaint';
import { found, make } from './elements';
import { showLimits } from './limit-marks';
import { isOffered } from './offered-backends';

/** Something in the form that cannot be taken. */
interface Wrong {
  readonly field: HTMLInputElement;
  /** What the field takes. */
  readonly words: string;
  /** What the race waits for. */
  readonly until: string;
  /** Where the words stand, if not beside the field. */
  readonly below?: HTMLElement;
}

/** Who hears of what is done in the form. */
export interface ControlsHearing {
  /** Numbers that make no sense are as they were before. */
  changed(settings: Settings): void;
  /** What has to be mended before a race can run; nothing where all is well. */
  hindered(words: string): void;
}

/** The form: what it shows, and what somebody chose in it. */
export class Controls {
  private readonly form = found('#controls', HTMLFormElement);
  private readonly slider = found('#set-lr', HTMLInputElement);
  private readonly target = found('#set-target', HTMLSelectElement);
  private readonly arms = found('#arms', HTMLElement);
  private readonly boxes = [...this.arms.querySelectorAll('input')];
  private readonly numbers: Readonly<Record<NumberName, HTMLInputElement>> = {
    rows: found('#set-rows', HTMLInputElement),
    rate: found('#set-lr-exact', HTMLInputElement),
    decay: found('#set-decay', HTMLInputElement),
    batch: found('#set-batch', HTMLInputElement),
    epochs: found('#set-epochs', HTMLInputElement),
    seed: found('#set-seed', HTMLInputElement),
  };
  private readonly choices = {
    data: found('#set-data', HTMLSelectElement),
    optimizer: found('#set-optimizer', HTMLSelectElement),
    schedule: found('#set-schedule', HTMLSelectElement),
    backend: found('#set-backend', HTMLSelectElement),
  };
  /** As they were last shown or read. */
  private settings = start;
  private facts: Facts | undefined;

  constructor(private readonly hearing: ControlsHearing) {
    for (const name of ['rows', 'batch', 'epochs', 'seed'] as const) {
      this.numbers[name].min = String(bounds[name].least);
      this.numbers[name].max = String(bounds[name].most);
    }
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.form.addEventListener('input', ({ target }) => this.entered(target));
    this.form.addEventListener('change', ({ target }) => this.left(target));
    for (const name of backends) void isOffered(name).then((isThere) => isThere && this.offer(name));
  }

  /** Shows settings, wherever they come from. */
  show(settings: Settings): void {
    this.settings = settings;
    const { numbers, choices } = this;
    this.offer(settings.backend);
    for (const name of ['data', 'optimizer', 'schedule', 'backend'] as const) {
      choices[name].value = settings[name];
    }
    for (const name of ['rows', 'decay', 'batch', 'epochs', 'seed'] as const) {
      numbers[name].value = String(settings[name] ?? '');
    }
    if (settings.target !== undefined) this.target.value = settings.target;
    for (const box of this.boxes) box.checked = settings.arms.some((name) => name === box.value);
    this.showParts();
    this.showRate();
    this.complain();
  }

  /** What is known of the data: limits of the rate, and numbers that go without saying. */
  showFacts(facts: Facts): void {
    const { rate, epochs, rows } = this.numbers;
    this.facts = facts;
    epochs.placeholder = String(facts.epochs);
    rows.placeholder = `all ${facts.rows.toLocaleString('en-US')}`;
    showLimits(facts.limits);
    // Perhaps somebody is typing one.
    if (document.activeElement === rate || hasComplaint(rate)) this.showSlider();
    else this.showRate();
  }

  /** The columns of a file. */
  offerTargets(columns: readonly string[]): void {
    this.target.replaceChildren(...columns.map((column) => make('option', { value: column }, column)));
  }

  private entered(target: EventTarget | null): void {
    if (target instanceof HTMLInputElement && target.type === 'file') return;
    const { rate } = this.numbers;
    if (target === this.slider) {
      rate.value = String(Number((10 ** Number(this.slider.value)).toPrecision(3)));
    }
    const isRate = target === rate || target === this.slider;
    this.settings = this.read(isRate);
    this.showParts();
    if (isRate) this.showSlider();
    this.complainLess();
    this.hearing.changed(this.settings);
  }

  /** Somebody is done with a field. */
  private left(target: EventTarget | null): void {
    const { rate } = this.numbers;
    if (target === rate && this.numberIn('rate') !== 'wrong') this.showRate();
    this.complain();
  }

  /** @param isRate where nobody has entered a rate, what stands in its field is only what suits the data */
  private read(isRate: boolean): Settings {
    const { choices, settings } = this;
    const { target: _, rate, rows: __, epochs: ___, ...others } = settings;
    const number = (name: 'decay' | 'batch' | 'seed') => {
      const value = this.numberIn(name);
      return value === undefined || value === 'wrong' ? settings[name] : value;
    };
    const data = choices.data.value as Settings['data'];
    return {
      ...others,
      data,
      optimizer: choices.optimizer.value as Settings['optimizer'],
      schedule: choices.schedule.value as Settings['schedule'],
      backend: choices.backend.value as Settings['backend'],
      decay: number('decay'),
      batch: number('batch'),
      seed: number('seed'),
      arms: armNames.filter((name) => this.boxes.some((box) => box.checked && box.value === name)),
      ...(isRate ? this.optional('rate') : rate === undefined ? {} : { rate }),
      ...this.optional('rows'),
      ...this.optional('epochs'),
      ...(data === 'file' && this.target.value !== '' ? { target: this.target.value } : {}),
    };
  }

  private optional(name: 'rate' | 'rows' | 'epochs'): Partial<Pick<Settings, typeof name>> {
    const read = this.numberIn(name);
    const value = read === 'wrong' ? this.settings[name] : read;
    return value === undefined ? {} : { [name]: value };
  }

  /** @returns undefined where the field is empty, and may be */
  private numberIn(name: NumberName): number | 'wrong' | undefined {
    const { value, validity } = this.numbers[name];
    const mayBeEmpty = name === 'rate' || name === 'rows' || name === 'epochs';
    if (mayBeEmpty && value.trim() === '' && !validity.badInput) return undefined;
    return chosenNumber(name, value) ?? 'wrong';
  }

  private wrong(): Wrong[] {
    const numbers = (Object.keys(this.numbers) as NumberName[])
      .filter((name) => !this.numbers[name].disabled && this.numberIn(name) === 'wrong')
      .map((name) => {
        const field = this.numbers[name];
        const kind = kindOf(name);
        return {
          field,
          words: `${kind[0]?.toUpperCase()}${kind.slice(1)}.`,
          until: `${labelOf(field)} is ${kind}`,
        };
      });
    const [field] = this.boxes;
    if (field === undefined || armsOf(this.settings).length > 0) return numbers;
    const words = 'Choose at least one that can run.';
    return [...numbers, { field, words, until: 'an arm is chosen that can', below: this.arms }];
  }

  private complain(): void {
    const wrong = this.wrong();
    for (const field of [...Object.values(this.numbers), ...this.boxes.slice(0, 1)]) {
      const found = wrong.find((one) => one.field === field);
      if (found !== undefined || hasComplaint(field)) complain(field, found?.words ?? '', found?.below);
    }
    this.hinder(wrong);
  }

  /** While somebody types: nothing new is wrong yet, but what has been mended is. */
  private complainLess(): void {
    const wrong = this.wrong().filter(({ field }) => hasComplaint(field));
    for (const field of [...Object.values(this.numbers), ...this.boxes]) {
      if (hasComplaint(field) && !wrong.some((one) => one.field === field)) complain(field, '');
    }
    this.hinder(wrong);
  }

  private hinder([first]: readonly Wrong[]): void {
    this.hearing.hindered(first === undefined ? '' : `The race can run once ${first.until}.`);
  }

  /** The rate that is chosen, or else the one that suits the data. */
  private get rate(): number | undefined {
    return this.settings.rate ?? this.facts?.suitableRate;
  }

  private showRate(): void {
    if (this.rate !== undefined) this.numbers.rate.value = String(Number(this.rate.toPrecision(4)));
    this.showSlider();
  }

  private showSlider(): void {
    const { slider, facts, rate } = this;
    if (rate === undefined) return;
    if (Math.abs(Number(slider.value) - Math.log10(rate)) > 0.026) slider.value = String(Math.log10(rate));
    slider.setAttribute(
      'aria-valuetext',
      `${inDigits(rate)}${facts === undefined ? '' : besideLimits(rate, facts)}`,
    );
  }

  /** Parts that make sense with some choices only. */
  private showParts(): void {
    const { optimizer, schedule, data } = this.settings;
    this.numbers.decay.disabled = optimizer === 'plain';
    for (const box of this.boxes) {
      const arms = armNames.filter((name) => name === box.value);
      box.disabled = armsOf({ arms, optimizer, schedule }).length === 0;
    }
    found('#target-part', HTMLElement).hidden = data !== 'file' || this.target.options.length === 0;
  }

  private offer(backend: Settings['backend']): void {
    const { options } = this.choices.backend;
    if ([...options].every(({ value }) => value !== backend)) options.add(new Option(backend, backend));
  }
}

function labelOf({ labels }: HTMLInputElement): string {
  return `“${labels?.[0]?.textContent ?? ''}”`;
}

function besideLimits(rate: number, { limits }: Facts): string {
  const beyond = (['normalized', 'raw'] as const).filter((name) => rate > limits[name]);
  if (beyond.length === 0) return ', below both limits';
  return `, beyond the limit of ${beyond.join(' and of ')}`;
}
