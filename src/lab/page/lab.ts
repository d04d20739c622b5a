import { shelf as ours } from 'virtual:course';
import { readAddress, writeAddress } from '../address';
import type { ChosenFile, Facts, Job, Shelf } from '../messages';
import { articleRecipe, start, type Settings } from '../settings';
import { keyOf, type Choice } from './choice';
import { Controls } from './controls';
import { found, make, refill } from './elements';
import { FigureDesk } from './figure-desk';
import { listenForFiles } from './file-choice';
import { isOffered } from './offered-backends';
import { RaceSection } from './race-section';

/** While somebody drags a slider or types. */
const SETTLED = 120;

const noFile = 'Choose your CSV file, or drop it anywhere here.';
const noData = 'Without data there is nothing to draw.';

/** The page as a whole: what is chosen, in the form and in the address, and who hears of it. */
export class Lab {
  private readonly notes = found('#notes', HTMLElement);
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
  private readonly race = new RaceSection(
    (shelf, isPaused) => {
      this.settle();
      return { type: 'race', isPaused, ...this.job(shelf) };
    },
    (unit) => this.unitChosen(unit),
  );
  private readonly controls = new Controls({
    changed: (settings) => this.changed(settings),
    hindered: (words) => this.race.hinder(words),
  });
  /** In the form. */
  private choice: Choice = { settings: start };
  /** What is drawn: the choice, as soon as it has settled. */
  private applied = this.choice;
  /** The last one that could be learnt from. */
  private accepted: Choice | undefined;
  /** What is to be said until something changes, and of the data. */
  private words: readonly string[] = [];
  private aboutData: readonly string[] = [];
  private ids = 0;
  private settling: ReturnType<typeof setTimeout> | undefined;

  /** Begins with what the address says. */
  async begin(): Promise<void> {
    found('#whose', HTMLElement).textContent =
      ours === 'lessons'
        ? 'Drawn by your own functions, and anew at every save.'
        : 'Drawn by the solutions of the course.';
    listenForFiles(
      (name, content) => this.figures.open(name, content),
      (words) => this.note(words),
    );
    this.onClick('#articles', () => this.choose({ ...articleRecipe, unit: this.choice.settings.unit }));
    this.onClick('#start-over', () => this.choose(start));
    this.followWidth();
    const { settings, notes } = readAddress(location.search);
    const backend = (await isOffered(settings.backend)) ? settings.backend : start.backend;
    this.words = [
      ...notes,
      ...(backend === settings.backend
        ? []
        : [
            `The link asks for the backend ${settings.backend}, which this browser does not have. It is ${backend} here.`,
          ]),
    ];
    this.choice = { settings: { ...settings, backend } };
    this.controls.show(this.choice.settings);
    this.look();
  }

  /** An exercise was saved. */
  saved(): void {
    this.settle();
    this.figures.restart();
    this.look();
    this.race.saved();
  }

  private job(shelf: Shelf): Job {
    return { id: this.nextId(), shelf, ...this.applied };
  }

  private nextId(): number {
    this.ids += 1;
    return this.ids;
  }

  /** A recipe as a whole, its numbers included. */
  private choose(settings: Settings): void {
    this.controls.show(settings);
    this.take(settings);
  }

  private changed(settings: Settings): void {
    // An entry that makes no sense leaves its number as it was.
    if (keyOf({ ...this.choice, settings }) === keyOf(this.choice)) return;
    if (settings.data === this.choice.settings.data) return this.take(settings);
    this.choose(withoutNumbers(settings));
  }

  private take(settings: Settings): void {
    this.words = [];
    this.choice = { ...this.choice, settings };
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.settle(), SETTLED);
  }

  private unitChosen(unit: Settings['unit']): void {
    this.settle();
    this.choice = { ...this.choice, settings: { ...this.choice.settings, unit } };
    this.applied = this.choice;
    this.controls.show(this.choice.settings);
    this.writeAddress();
    this.race.settingsChanged(this.applied);
  }

  private opened(file: ChosenFile, likely: string): void {
    const { settings, file: before } = this.choice;
    // A link's numbers and column, and those of a file that was mended, are about this one.
    const isExpected =
      settings.data === 'file' && (before === undefined || String(before.columns) === String(file.columns));
    const asked = settings.data === 'file' ? settings.target : undefined;
    const target = asked !== undefined && file.columns.includes(asked) ? asked : likely;
    this.choice = {
      settings: { ...(isExpected ? settings : withoutNumbers(settings)), data: 'file', target },
      file,
    };
    this.controls.offerTargets(file.columns);
    this.choose(this.choice.settings);
    if (asked !== undefined && asked !== target) {
      this.words = [`${file.name} has no column "${asked}". The column to predict is ${target} now.`];
    }
    this.settle();
  }

  /** What has been chosen counts from now on. */
  private settle(): void {
    if (this.settling === undefined) return;
    clearTimeout(this.settling);
    this.settling = undefined;
    this.writeAddress();
    this.look();
  }

  private writeAddress(): void {
    const query = writeAddress(this.choice.settings);
    history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
  }

  private look(): void {
    this.applied = this.choice;
    const { settings, file } = this.applied;
    this.race.settingsChanged(this.applied);
    this.say();
    if (settings.data === 'file' && file === undefined) this.halt(noFile);
    else this.figures.renew();
  }

  private known(facts: Facts): void {
    this.accepted = this.applied;
    this.controls.showFacts(facts);
    this.aboutData = facts.notes;
    this.say();
  }

  /** Data that nobody can learn from leaves everything as it was. */
  private refused(words: string): void {
    // Somebody has chosen on since, and hears of that next.
    if (this.choice !== this.applied) return;
    const { accepted } = this;
    // What could be learnt from a while ago need not be there any longer.
    if (accepted === undefined || keyOf(accepted) === keyOf(this.applied)) {
      const { settings } = this.applied;
      this.choice = { settings };
      this.applied = this.choice;
      this.note(words);
      return this.halt(settings.data === 'file' ? noFile : noData);
    }
    this.choice = accepted;
    this.controls.offerTargets(accepted.file?.columns ?? []);
    this.controls.show(accepted.settings);
    this.words = [words];
    this.writeAddress();
    this.look();
  }

  private halt(words: string): void {
    this.aboutData = [];
    this.say();
    this.figures.halt({ state: 'waiting', words });
  }

  private note(words: string): void {
    this.words = [words];
    this.say();
  }

  private say(): void {
    refill(this.notes, ...[...this.words, ...this.aboutData].map((sentence) => make('p', {}, sentence)));
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
