import type { BrowserContext, Page } from 'playwright-core';

export const sections = ['distribution', 'landscape', 'finder', 'schedule', 'race', 'weights'] as const;
/** Those that are drawn without a race. */
export const atOnce = ['distribution', 'landscape', 'finder', 'schedule'] as const;
export type Section = (typeof sections)[number];

type Run = 'idle' | 'running' | 'paused' | 'done' | 'failed';
type State = 'loading' | 'ready' | 'waiting' | 'closed' | 'outline' | 'failed';

/** How long something may take to appear, in milliseconds: these machines are shared. */
const PATIENCE = 20_000;

/** Somebody looks at the lab, in a tab of their own. */
export class Visit {
  /** What no visitor should meet: errors in the console, and requests to other hosts. */
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    address: string,
  ) {
    page.setDefaultTimeout(PATIENCE);
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error.stack ?? error)));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${address}/`) && !/^(?:data|blob):/.test(url)) {
        this.complaints.push(`A request to ${url}`);
      }
    });
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== new URL(address).host) {
        this.complaints.push(`A connection to ${socket.url()}`);
      }
    });
  }

  static async begin(context: BrowserContext, address: string, query: string): Promise<Visit> {
    const page = await context.newPage();
    await page.addInitScript(watchLongTasks);
    const visit = new Visit(page, address);
    await page.goto(`${address}/${query}`);
    return visit;
  }

  control(label: string) {
    return this.page.getByLabel(label, { exact: true });
  }

  button(name: string) {
    return this.page.getByRole('button', { name, exact: true });
  }

  section(id: Section) {
    return this.page.locator(`section${titled(id)}`);
  }

  /** Waits until a section is in a state. @throws with what it says instead */
  async sees(id: Section, ...states: readonly State[]): Promise<void> {
    await this.waitFor(id, 'data-state', states);
  }

  /** Waits until no section is loading. */
  async settles(): Promise<void> {
    for (const id of sections) await this.sees(id, 'ready', 'waiting', 'closed', 'outline', 'failed');
  }

  /** Waits until the race is so far. @throws with what it says instead */
  async raceIs(run: Run): Promise<void> {
    await this.waitFor('race', 'data-run', [run]);
  }

  private async waitFor(id: Section, attribute: string, values: readonly string[]): Promise<void> {
    try {
      await this.page
        .locator(values.map((value) => `section${titled(id)}[${attribute}="${value}"]`).join())
        .waitFor();
    } catch {
      const section = this.section(id);
      throw new Error(
        `${id} is ${await section.getAttribute(attribute)}, not ${values.join(' or ')}: ` +
          (await section.innerText()),
      );
    }
  }

  /** The drawing of a section, as markup. */
  async picture(id: Section): Promise<string> {
    return this.section(id).locator('svg.common-scale-picture').first().innerHTML();
  }

  /** What a drawing shows, in words. */
  async spoken(id: Section): Promise<string> {
    const picture = this.section(id).locator('svg.common-scale-picture').first();
    return (await picture.getAttribute('aria-label')) ?? '';
  }

  /** The last validation loss of each arm that is done; NaN for one that overflowed. */
  async losses(): Promise<Record<string, number>> {
    return this.page.locator('#race-losses tr[data-arm]').evaluateAll((rows) =>
      Object.fromEntries(
        rows.flatMap((row) => {
          const loss = row.querySelector('[data-loss]')?.getAttribute('data-loss') ?? undefined;
          if (loss === undefined) return [];
          return [[row.getAttribute('data-arm') ?? '', Number.isFinite(Number(loss)) ? Number(loss) : NaN]];
        }),
      ),
    );
  }

  /** Milliseconds of each task that kept the page from answering for 50 ms or more. */
  async longTasks(): Promise<number[]> {
    return this.page.evaluate(() => (globalThis as LongTaskWatcher).longTasks ?? []);
  }

  async forgetLongTasks(): Promise<void> {
    await this.page.evaluate(() => {
      (globalThis as LongTaskWatcher).longTasks = [];
    });
  }
}

/** As controls have ids too. */
const titled = (id: Section) => `[aria-labelledby="${id}-title"]`;

interface LongTaskWatcher {
  longTasks?: number[];
}

/** Runs in the page. */
function watchLongTasks(): void {
  const page = globalThis as LongTaskWatcher;
  page.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) page.longTasks?.push(duration);
  }).observe({ type: 'longtask', buffered: true });
}
