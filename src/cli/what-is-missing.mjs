// In words of old Nodes, like run.mjs.
import fs from 'fs';

/**
 * Why no command of the course can run here, and what to do about it, in a sentence or two; undefined where
 * it can.
 */
export function whatIsMissing() {
  const course = new URL('../../', import.meta.url);
  const manifest = JSON.parse(fs.readFileSync(new URL('package.json', course), 'utf8'));
  const wanted = manifest.engines.node.replace('>=', '');
  if (isOlder(process.versions.node, wanted)) {
    return (
      `The course needs Node ${wanted} or newer, and this is ${process.versions.node}. ` +
      'Install a newer one from https://nodejs.org, then run: npm ci'
    );
  }
  const isThere = (name) => fs.existsSync(new URL('node_modules/' + name + '/package.json', course));
  const missing = Object.keys(manifest.dependencies).filter((name) => !isThere(name));
  if (missing.length > 0) return packagesAreMissing(missing, 'npm ci');
  const tools = Object.keys(manifest.devDependencies).filter((name) => !isThere(name));
  // npm leaves them out where it is told so, and where NODE_ENV is production.
  return tools.length > 0 ? packagesAreMissing(tools, 'npm ci --include=dev') : undefined;
}

function packagesAreMissing(names, command) {
  const which = names.length === 1 ? 'the package ' + names[0] + ' is' : names.length + ' packages are';
  return 'The course is not installed yet: ' + which + ' missing. Run this in its folder: ' + command;
}

function isOlder(version, wanted) {
  const [major, minor] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor = 0] = wanted.split('.').map(Number);
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
}
