// What an editor puts in front of every process that it starts: it opens a door for a debugger, tells where
// it is, and waits until somebody has come in.
const { renameSync, writeFileSync } = require('node:fs');
const inspector = require('node:inspector');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  inspector.open(0, '127.0.0.1');
  const file = `${process.env.DOORS}/${process.pid}`;
  writeFileSync(`${file}.new`, inspector.url());
  renameSync(`${file}.new`, `${file}.url`);
  inspector.waitForDebugger();
}
