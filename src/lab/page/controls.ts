import { inDigits } from '#kit/words';
import { numberIn } from '../address';
import type { Facts } from '../messages';
import { armNames, backends, bounds, type Settings } from '../settings';
import { found, make } from './elements';
import { showLimits } from './limit-marks';

/** The form: what it shows, and what somebody chose in it. */
export class Controls {
  readonly form = found('#controls', HTMLFormElement);
  private readonly slider = found('#set-lr', HTMLInputElement);
  private readonly exact = found('#set-lr-exact', HTMLInputElement);
  private readonly target = found('#set-target', HTMLSelectElement);
  private readonly decay = found('#set-decay', HTMLInputElement);
  private rate: number | undefined;
  private facts: Facts | undefined;

  /** @param changed hears of every change that makes sense */
  constructor(private readonly changed: (settings: Settings) => void) {
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.form.addEventListener('input', ({ target }) => this.entered(target));
    this.exact.addEventListener('change', () => this.showRate());
    this.offerBackends();
  }

  /** Shows settings, wherever they come from. */
  show(settings: Settings): void {
    const { rate, rows, epochs, target, arms } = settings;
    for (const name of ['data', 'optimizer', 'schedule', 'batch', 'seed', 'backend', 'decay'] as const) {
      this.field(name).value = String(settings[name]);
    }
    this.field('rows').value = rows === undefined ? '' : String(rows);
    this.field('epochs').value = epochs === undefined ? '' : String(epochs);
    if (target !== undefined) this.target.value = target;
    for (const box of this.boxes()) box.checked = arms.some((name) => name === box.value);
    this.rate = rate;
    this.showParts();
    this.showRate();
  }

  /** What is known of the data: limits of the rate, and numbers that go without saying. */
  showFacts(facts: Facts): void {
    this.facts = facts;
    this.field('epochs').setAttribute('placeholder', String(facts.epochs));
    this.field('rows').setAttribute('placeholder', `all ${facts.rows.toLocaleString('en-US')}`);
    this.showRate();
  }

  /** The columns of a file. */
  offerTargets(columns: readonly string[]): void {
    this.target.replaceChildren(...columns.map((column) => make('option', { value: column }, column)));
  }

  private entered(target: EventTarget | null): void {
    if (target === this.slider) {
      this.rate = Number((10 ** Number(this.slider.value)).toPrecision(3));
      this.showRate();
    } else if (target === this.exact) {
      if (!this.takeExact()) return;
    } else if (target instanceof HTMLInputElement && target.type === 'file') {
      return;
    }
    this.showParts();
    if (this.form.checkValidity()) this.changed(this.read());
  }

  /** @returns false where it is no rate */
  private takeExact(): boolean {
    const text = this.exact.value.trim();
    const rate = text === '' ? undefined : numberIn(text);
    const isRate = rate === undefined || (rate >= bounds.rate.least && rate <= bounds.rate.most);
    this.exact.setCustomValidity(isRate ? '' : 'A number from 1e-10 to 100, such as 0.1 or 1e-3.');
    this.exact.setAttribute('aria-invalid', String(!isRate));
    if (!isRate) return false;
    this.rate = rate;
    this.showRate(this.exact);
    return true;
  }

  private read(): Settings {
    const whole = (name: 'rows' | 'epochs') => {
      const { value } = this.field(name);
      return value === '' ? {} : { [name]: Number(value) };
    };
    const data = this.field('data').value as Settings['data'];
    return {
      data,
      optimizer: this.field('optimizer').value as Settings['optimizer'],
      schedule: this.field('schedule').value as Settings['schedule'],
      backend: this.field('backend').value as Settings['backend'],
      decay: numberIn(this.decay.value),
      batch: Number(this.field('batch').value),
      seed: Number(this.field('seed').value),
      arms: armNames.filter((name) => this.boxes().some((box) => box.checked && box.value === name)),
      ...whole('rows'),
      ...whole('epochs'),
      ...(this.rate === undefined ? {} : { rate: this.rate }),
      ...(data === 'file' && this.target.value !== '' ? { target: this.target.value } : {}),
    };
  }

  /** Shows the rate everywhere but where somebody is typing it. */
  private showRate(typedIn?: HTMLInputElement): void {
    const rate = this.rate ?? this.facts?.suitableRate;
    if (rate === undefined) return;
    const { slider, exact, facts } = this;
    if (Math.abs(Number(slider.value) - Math.log10(rate)) > 0.026) slider.value = String(Math.log10(rate));
    slider.setAttribute(
      'aria-valuetext',
      `${inDigits(rate)}${facts === undefined ? '' : besideLimits(rate, facts)}`,
    );
    if (typedIn !== exact) {
      exact.value = String(Number(rate.toPrecision(4)));
      exact.setCustomValidity('');
      exact.setAttribute('aria-invalid', 'false');
    }
    if (facts !== undefined) showLimits(facts.limits);
  }

  /** Parts that make sense with some choices only. */
  private showParts(): void {
    const isPlain = this.field('optimizer').value === 'plain';
    const isConstant = this.field('schedule').value === 'constant';
    this.decay.disabled = isPlain;
    const isDecay =
      numberIn(this.decay.value) >= bounds.decay.least && numberIn(this.decay.value) <= bounds.decay.most;
    this.decay.setCustomValidity(isDecay ? '' : 'A number from 0 to 1, such as 0.01.');
    this.decay.setAttribute('aria-invalid', String(!isDecay));
    for (const box of this.boxes()) {
      if (box.value === 'raw at its best rate') box.disabled = !(isPlain && isConstant);
    }
    const isFile = this.field('data').value === 'file' && this.target.options.length > 0;
    found('#target-part', HTMLElement).hidden = !isFile;
    const chosen = this.boxes().some((box) => box.checked && !box.disabled);
    this.boxes()[0]?.setCustomValidity(chosen ? '' : 'Choose an arm or more.');
  }

  private offerBackends(): void {
    const select = this.field('backend');
    for (const name of backends.slice(2)) {
      if (name === 'webgl2' ? hasWebGl2() : 'gpu' in navigator) {
        select.append(make('option', { value: name }, name));
      }
    }
  }

  /** @param name of a field that every form has */
  private field(
    name: 'data' | 'rows' | 'optimizer' | 'schedule' | 'decay' | 'batch' | 'epochs' | 'seed' | 'backend',
  ): HTMLInputElement | HTMLSelectElement {
    const field = this.form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) return field;
    throw new Error(`The form has no field ${name}.`);
  }

  private boxes(): HTMLInputElement[] {
    return [...this.form.querySelectorAll<HTMLInputElement>('input[name="arms"]')];
  }
}

/** Backends that this browser has beside those that every one has. */
export function isOffered(backend: Settings['backend']): boolean {
  if (backend === 'webgl2') return hasWebGl2();
  return backend !== 'webgpu' || 'gpu' in navigator;
}

function hasWebGl2(): boolean {
  return typeof OffscreenCanvas !== 'undefined' && new OffscreenCanvas(1, 1).getContext('webgl2') !== null;
}

function besideLimits(rate: number, { limits }: Facts): string {
  const beyond = (['normalized', 'raw'] as const).filter((name) => rate > limits[name]);
  if (beyond.length === 0) return ', below both limits';
  return `, beyond the limit of ${beyond.join(' and of ')}`;
}
