import { parsed, type Manifest } from '../course-copy/manifest';

/** Scripts that work in a copy for students as they do here. */
const WORKING = ['start', 'test', 'bring', 'doctor', 'hint', 'lab', 'list', 'race', 'reset', 'why'];

/** Scripts that say what is not there, until somebody puts `solutions/` beside the lessons. */
const WAITING = ['adopt', 'compare'];

/** The files of the commands that come along, as their scripts name them. */
export function commandFiles({ scripts }: Manifest): string[] {
  return [...WORKING, ...WAITING].flatMap((name) => {
    const [, command] = /^node src\/cli\/run\.mjs ([\w-]+)$/.exec(scripts[name] ?? '') ?? [];
    return command === undefined ? [] : [`src/cli/${command}.ts`];
  });
}

/** Scripts that cannot do in a copy for students what they are for. */
export function scriptsWithoutUse({ scripts }: Manifest): string[] {
  return Object.keys(scripts).filter((name) => !WORKING.includes(name));
}

/**
 * package.json for students: fewer scripts. Dependencies stay as they are, so that package-lock.json does,
 * too, and `npm ci` takes it without anybody's having been online.
 */
export function studentManifest(text: string): string {
  const manifest = parsed(text);
  const along = Object.entries(manifest.scripts).filter(([name]) => [...WORKING, ...WAITING].includes(name));
  return `${JSON.stringify({ ...manifest, scripts: Object.fromEntries(along) }, null, 2)}\n`;
}
