import { readFileSync, rmSync, symlinkSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '#kit/course';
import { Sandbox } from './sandbox';

let course: Sandbox;
beforeEach(() => {
  course = new Sandbox();
});
afterEach(() => course.dispose());

/** What every command says, in one line on standard error, and nothing else. */
function refusal(): string {
  const said = ['test', 'doctor'].map((command) => {
    const { code, out, err } = course.run(command);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(/^.+\n$/);
    return err;
  });
  expect(new Set(said).size).toBe(1);
  return said[0] ?? '';
}

function changeManifest(change: (text: string) => string): void {
  course.write('package.json', change(readFileSync(join(course.path, 'package.json'), 'utf8')));
}

/** The packages, without some of them. */
function installAllBut(missing: readonly string[]): void {
  rmSync(join(course.path, 'node_modules'));
  mkdirSync(join(course.path, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (missing.includes(name)) continue;
    symlinkSync(join(root, 'node_modules', name), join(course.path, 'node_modules', name));
  }
}

describe('no command begins', () => {
  it('on an older Node than package.json asks for', () => {
    changeManifest((text) => text.replace(/"node": ">=[\d.]+"/, '"node": ">=99.1"'));
    expect(refusal()).toContain(`needs Node 99.1 or newer, and this is ${process.versions.node}`);
  });

  it('before npm ci', () => {
    rmSync(join(course.path, 'node_modules'));
    expect(refusal()).toMatch(/\d+ packages are missing.* npm ci$/m);
  });

  it('without the packages that a production install leaves out', () => {
    installAllBut(['vitest']);
    expect(refusal()).toMatch(/the package vitest is missing.* npm ci --include=dev$/m);
  });

  it('with the packages of another machine', () => {
    // No bundle comes with them: one from another machine is not taken for this one's.
    for (const command of ['test', 'doctor']) {
      mkdirSync(join(course.path, '.common-scale', command), { recursive: true });
    }
    installAllBut(['@esbuild', 'esbuild']);
    // esbuild itself, and a program of it that is for nobody.
    const folder = join(course.path, 'node_modules/esbuild');
    mkdirSync(join(folder, 'lib'), { recursive: true });
    course.write('node_modules/esbuild/package.json', '{ "main": "lib/main.js" }');
    course.write(
      'node_modules/esbuild/lib/main.js',
      'exports.buildSync = () => { throw new Error("\\nMade for another platform.\\nAnd so on."); };',
    );
    expect(refusal()).toContain('does not run on this machine: Made for another platform. Packages from');
  });

  it('in a folder that it cannot write into', () => {
    course.write('.common-scale', '');
    expect(refusal()).toContain('cannot write into its folder .common-scale');
  });
});
