import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../../src/cli/doctor/chromium';

/** The system's Chromium, without a window and with a profile of its own. */
export async function openChromium(): Promise<Browser> {
  const executablePath = findChromium(process.env, process.platform);
  if (executablePath === undefined) throw new Error('There is no Chromium here.');
  return chromium.launch({ executablePath, args: flags });
}

const flags = [
  // Chromium refuses to be started by root with its sandbox.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // WebGL without a graphics card.
  '--enable-unsafe-swiftshader',
];
