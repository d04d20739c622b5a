import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { note, right, type Finding } from './finding';

export function check(): Finding {
  const { env, platform } = process;
  const asked = env['CHROMIUM_PATH'];
  const found = findChromium(env, platform);
  if (found !== undefined) return right(found);
  return note(
    asked === undefined
      ? `not found; ${ONLY_FOR}`
      : `CHROMIUM_PATH is ${asked}, which cannot be run; ${ONLY_FOR}`,
    'Install Chromium or Chrome if you want to run them, or put the path of one into CHROMIUM_PATH.',
  );
}

const ONLY_FOR = "only the tests of the lab's page need it";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A Chromium or Chrome that is installed here: the one that CHROMIUM_PATH names, else one in the path, else
 * one in the places where systems put them.
 */
export function findChromium(
  env: Environment,
  platform: NodeJS.Platform,
  canRun: (file: string) => boolean = isProgram,
): string | undefined {
  const asked = env['CHROMIUM_PATH'];
  if (asked !== undefined) return canRun(asked) ? asked : undefined;
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const inPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...inPath, ...usualPlaces(env, platform)].find(canRun);
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function usualPlaces(env: Environment, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') {
    return ['/Applications', join(env['HOME'] ?? '', 'Applications')].flatMap((folder) => [
      join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
      join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
    ]);
  }
  if (platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
      const folder = env[name];
      return folder === undefined
        ? []
        : [
            join(folder, 'Google/Chrome/Application/chrome.exe'),
            join(folder, 'Chromium/Application/chrome.exe'),
          ];
    });
  }
  return ['/usr/lib/chromium/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome'];
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
