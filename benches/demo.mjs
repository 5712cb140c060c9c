// A server over the demo, and what it costs; for all benches that measure one.
import {execFileSync, spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {createInterface} from 'node:readline';

const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], {encoding: 'utf8'}));

// Starts the demo in a folder; gives the process and its address.
export async function serve(program, folder) {
  const args = ['demo', '--dir', join(folder, 'demo'), '--listen', '127.0.0.1:0'];
  const env = {...process.env, ATTESTOR_LOG_LEVEL: 'error'};
  const server = spawn(program, args, {stdio: ['ignore', 'pipe', 'ignore'], env});
  const lines = createInterface(server.stdout);
  const base = await new Promise((done, fail) => {
    lines.on('line', (line) => {
      const found = /listens on (http:\/\/\S+)/.exec(line);
      if (found) done(found[1]);
    });
    server.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
  });
  server.removeAllListeners('exit');
  return {server, base};
}

// User and system time of a process so far, in milliseconds; see proc(5).
export function cpu(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ').slice(11, 13).map(Number);
  return (user + system) * 1000 / TICKS;
}

export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
