import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Browser, BrowserContext } from 'playwright-core';
import { openChromium } from './chromium';
import { Visit } from './visit';

/** A browser for the tests of one file. What one test has loaded the next one finds in its cache. */
export interface OpenBrowser {
  /** Opens the page in a tab, which is closed after the test and must have had nothing to complain of. */
  visit(address: string, query?: string): Promise<Visit>;
}

export function useBrowser(): OpenBrowser {
  let browser: Browser;
  let context: BrowserContext;
  const visits: Visit[] = [];
  beforeAll(async () => {
    browser = await openChromium();
    context = await browser.newContext();
  });
  afterEach(async () => {
    const complaints = visits.flatMap((visit) => visit.complaints);
    for (const { page } of visits.splice(0)) await page.close();
    expect(complaints).toEqual([]);
  });
  afterAll(() => browser?.close());
  return {
    async visit(address, query = '') {
      const visit = await Visit.begin(context, address, query);
      visits.push(visit);
      return visit;
    },
  };
}
