import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#kit/course';
import { note, right, wrong, type Finding } from './finding';

/** Whether every package is there in the version that package-lock.json names, else package.json. */
export function check(): Finding {
  const wanted = wantedPackages();
  const missing: string[] = [];
  const different: string[] = [];
  for (const { folder, name, version, isOptional } of wanted) {
    const installed = versionIn(folder);
    // Packages for other kinds of machines are optional, and not there.
    if (installed === undefined && !isOptional) missing.push(name);
    if (installed !== undefined && installed !== version)
      different.push(`${name} ${installed}, not ${version}`);
  }
  if (missing.length > 0) return wrong(`${some(missing)} not installed`, ADVICE);
  if (different.length > 0) return note(some(different), ADVICE);
  return right(
    `all ${wanted.filter(({ folder }) => existsSync(join(root, folder))).length} as they should be`,
  );
}

const ADVICE = "Run npm ci in the course's folder: it puts in exactly what the course was tested with.";

const MOST_NAMES = 4;

function some(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join('; ') + (more > 0 ? `; and ${more} more` : '');
}

interface WantedPackage {
  /** Within the course. */
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly isOptional: boolean;
}

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly optional?: boolean }>>;
}

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** Those that the course asks for itself come first. */
function wantedPackages(): WantedPackage[] {
  const { dependencies, devDependencies } = read<Manifest>('package.json') ?? {};
  const own = Object.entries({ ...dependencies, ...devDependencies }).map(([name, version]) => ({
    folder: `node_modules/${name}`,
    name,
    version,
    isOptional: false,
  }));
  const folders = new Set(own.map(({ folder }) => folder));
  const { packages = {} } = read<LockFile>('package-lock.json') ?? {};
  const others = Object.entries(packages).flatMap(([folder, { version, optional = false }]) =>
    folder === '' || version === undefined || folders.has(folder)
      ? []
      : [{ folder, name: folder.replace(/^.*node_modules\//, ''), version, isOptional: optional }],
  );
  return [...own, ...others];
}

function versionIn(folder: string): string | undefined {
  return read<Manifest>(`${folder}/package.json`)?.version;
}

function read<Content>(file: string): Content | undefined {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')) as Content;
  } catch {
    return undefined;
  }
}
