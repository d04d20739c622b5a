// Does what the walls of a cell are there to stop, with all that Node has for it, and prints what came of each try.
// Arguments: a port that somebody listens at, a process to kill, a file to read, a folder to write into.
const { spawnSync } = require('node:child_process');
const { closeSync, openSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { connect } = require('node:net');
const { Worker } = require('node:worker_threads');

const [port, victim, file, folder] = process.argv.slice(2);

const came = {};
const attempt = (name, body) => {
  try {
    came[name] = body() ?? 'done';
  } catch (error) {
    came[name] = error.code ?? error.name;
  }
};

attempt('user', () => process.getuid());
attempt('signal', () => void process.kill(Number(victim), 'SIGKILL'));
attempt('processes', () => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).length);
attempt('read', () => void readFileSync(file, 'utf8'));
attempt('write', () => writeFileSync(`${folder}/${process.pid}`, 'something'));
attempt('start', () => void spawnSync(process.execPath, ['--version']));
attempt('thread', () => void new Worker('', { eval: true }));
attempt('memory', () => void Buffer.alloc(1_700_000_000));
attempt('open', () => {
  const open = [];
  try {
    for (let count = 0; count < 200; count++) open.push(openSync(process.execPath));
  } finally {
    open.forEach(closeSync);
  }
});
attempt('limits', () => readFileSync('/proc/self/limits', 'utf8'));

const tell = (connection) =>
  process.stdout.write(JSON.stringify({ ...came, connection }), () => process.exit());
try {
  connect(Number(port), '127.0.0.1')
    .on('connect', () => tell('done'))
    .on('error', ({ code }) => tell(code));
} catch (error) {
  tell(error.code);
}
