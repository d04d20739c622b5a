import { shelf as ours } from 'virtual:course';
import { readAddress, writeAddress } from '../address';
import type { ChosenFile, Facts, Job, Shelf } from '../messages';
import { articleRecipe, start, type Settings } from '../settings';
import { Controls, isOffered } from './controls';
import { found, make } from './elements';
import { FigureDesk } from './figure-desk';
import { listenForFiles } from './file-choice';
import { RaceSection } from './race-section';

/** While somebody drags a slider or types. */
const SETTLED = 120;

/** What is chosen. */
interface Choice {
  readonly settings: Settings;
  readonly file?: ChosenFile;
}

/** The page as a whole: what is chosen, in the form and in the address, and who hears of it. */
export class Lab {
  private readonly notes = found('#notes', HTMLElement);
  private readonly controls = new Controls((settings) => this.changed(settings));
  private readonly figures = new FigureDesk(
    (shelf) => this.job(shelf),
    () => this.nextId(),
    {
      known: (facts) => this.known(facts),
      refused: (words) => this.refused(words),
      opened: (file, target) => this.opened(file, target),
      notOpened: (words) => this.note(words),
      stuck: (words) => this.note(words),
      checked: (trouble) => this.race.checked(trouble),
    },
  );
  private readonly race = new RaceSection((shelf, isPaused) => {
    this.settle();
    return { type: 'race', isPaused, ...this.job(shelf) };
  });
  private choice: Choice = { settings: start };
  /** The last one that could be learnt from. */
  private accepted: Choice = this.choice;
  /** What is to be said until something changes. */
  private words: readonly string[] = [];
  private ids = 0;
  private settling: ReturnType<typeof setTimeout> | undefined;

  /** Begins with what the address says. */
  begin(): void {
    found('#whose', HTMLElement).textContent =
      ours === 'lessons'
        ? 'Drawn by your own functions, and anew at every save.'
        : 'Drawn by the solutions of the course.';
    const { settings, notes } = readAddress(location.search);
    const backend = isOffered(settings.backend) ? settings.backend : start.backend;
    const data = settings.data === 'file' ? start.data : settings.data;
    this.words = [
      ...notes,
      ...(backend === settings.backend
        ? []
        : [
            `The link asks for the backend ${settings.backend}, which this browser does not have. It is ${backend} here.`,
          ]),
    ];
    this.choice = { settings: { ...settings, backend, data } };
    this.accepted = this.choice;
    this.controls.show(this.choice.settings);
    this.say();
    listenForFiles(
      (name, bytes) => this.figures.open(name, bytes),
      (words) => this.note(words),
    );
    this.onClick('#articles', () => this.choose(articleRecipe));
    this.onClick('#start-over', () => this.choose(start));
    this.followWidth();
    this.figures.renew();
  }

  /** An exercise was saved. */
  saved(): void {
    const { dataset } = document.documentElement;
    dataset['version'] = String(Number(dataset['version'] ?? 0) + 1);
    this.figures.restart();
    this.race.saved();
  }

  private job(shelf: Shelf): Job {
    return { id: this.nextId(), shelf, ...this.choice };
  }

  private nextId(): number {
    this.ids += 1;
    return this.ids;
  }

  private choose(settings: Settings): void {
    this.controls.show(settings);
    this.changed(settings);
  }

  private changed(settings: Settings): void {
    const { choice } = this;
    const isOther = settings.data !== choice.settings.data;
    if (settings.data === 'file' && choice.file === undefined) {
      this.note('Choose a CSV file of yours, or drop one here.');
      found('#set-file', HTMLInputElement).focus();
      return;
    }
    this.words = [];
    this.choice = {
      ...choice,
      settings: isOther && settings !== articleRecipe ? withoutNumbers(settings) : settings,
    };
    if (isOther) this.controls.show(this.choice.settings);
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.settle(), SETTLED);
  }

  private opened(file: ChosenFile, target: string): void {
    this.controls.offerTargets(file.columns);
    this.choice = { settings: { ...withoutNumbers(this.choice.settings), data: 'file', target }, file };
    this.words = [];
    this.controls.show(this.choice.settings);
    this.apply();
  }

  /** What has been chosen counts from now on. */
  private settle(): void {
    if (this.settling === undefined) return;
    clearTimeout(this.settling);
    this.settling = undefined;
    this.apply();
  }

  private apply(): void {
    const query = writeAddress(this.choice.settings);
    history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
    this.race.settingsChanged();
    this.figures.renew();
  }

  private known(facts: Facts): void {
    this.accepted = this.choice;
    this.controls.showFacts(facts);
    this.say(facts.notes);
  }

  /** Data that nobody can learn from leaves everything as it was. */
  private refused(words: string): void {
    this.choice = this.accepted;
    this.controls.offerTargets(this.choice.file?.columns ?? []);
    this.controls.show(this.choice.settings);
    this.note(words);
    this.apply();
  }

  private note(words: string): void {
    this.words = [words];
    this.say();
  }

  private say(more: readonly string[] = []): void {
    this.notes.replaceChildren(...[...this.words, ...more].map((sentence) => make('p', {}, sentence)));
  }

  private onClick(selector: string, clicked: () => void): void {
    found(selector, HTMLButtonElement).addEventListener('click', clicked);
  }

  /** Pictures are drawn as wide as there is room. */
  private followWidth(): void {
    let width = document.documentElement.clientWidth;
    let timer: ReturnType<typeof setTimeout> | undefined;
    addEventListener('resize', () => {
      if (document.documentElement.clientWidth === width) return;
      width = document.documentElement.clientWidth;
      clearTimeout(timer);
      timer = setTimeout(() => {
        this.figures.show();
        this.race.show();
      }, SETTLED);
    });
  }
}

/** Numbers that suited some data need not suit other. */
function withoutNumbers(settings: Settings): Settings {
  const { rate: _, epochs: __, rows: ___, ...others } = settings;
  return others;
}
