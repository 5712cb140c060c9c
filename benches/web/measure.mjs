// node measure.mjs PROGRAM DATA_DIR [--strict]: figures of a server over a catalog.
import {execFileSync, spawn} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {Agent, get} from 'node:http';
import {join} from 'node:path';
import {createInterface} from 'node:readline';

const [program, data, ...flags] = process.argv.slice(2);
const REQUESTS = 1000;
const CONNECTIONS = 32;
const SECONDS = 10;
const SEARCHES = ['crm', 'teams', 'bot', 'チーム', '관리', 'planer', 'notes', 'projet', 'security', 'mail'];
const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], {encoding: 'utf8'}));

// The ids of some apps, spread over the catalog.
function ids() {
  const list = execFileSync(program, ['catalog', 'list', '--format', 'json', '--data-dir', data],
    {encoding: 'utf8', maxBuffer: 1 << 28});
  const all = [...new Set([...list.matchAll(/"(?:id|app_id|app)": *"([^"]+)"/g)].map(([, id]) => id))];
  if (all.length === 0) throw new Error('the catalog lists no apps');
  return all.filter((_, at) => at % Math.ceil(all.length / 200) === 0);
}

async function serve() {
  const begin = performance.now();
  const server = spawn(program, ['serve', '--listen', '127.0.0.1:0', '--data-dir', data],
    {stdio: ['ignore', 'pipe', 'ignore']});
  const lines = createInterface(server.stdout);
  const line = await new Promise((done, fail) => {
    lines.once('line', done);
    server.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
  });
  const base = /http:\/\/\S+/.exec(line)[0];
  await ask(new Agent(), `${base}/en-us/apps`);
  return {server, base, start: (performance.now() - begin) / 1000};
}

function ask(agent, address) {
  return new Promise((done, fail) => {
    get(address, {agent}, (answer) => {
      if (answer.statusCode !== 200) fail(new Error(`${answer.statusCode}: ${address}`));
      answer.resume().once('end', done);
    }).once('error', fail);
  });
}

// User and system time of a process so far, in milliseconds; see proc(5).
function cpu(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ').slice(11, 13).map(Number);
  return (user + system) * 1000 / TICKS;
}

// CPU milliseconds for a request, one after the other on one connection.
async function cost(pid, addresses) {
  const agent = new Agent({keepAlive: true, maxSockets: 1});
  for (const address of addresses.slice(0, 20)) await ask(agent, address);
  const before = cpu(pid);
  for (let at = 0; at < REQUESTS; at += 1) await ask(agent, addresses[at % addresses.length]);
  agent.destroy();
  return (cpu(pid) - before) / REQUESTS;
}

// Answers a second, and the milliseconds within which half and 99 of 100 come.
async function load(addresses) {
  return hasWrk() ? wrk(addresses) : client(addresses);
}

function hasWrk() {
  try { execFileSync('sh', ['-c', 'command -v wrk']); return true; } catch { return false; }
}

// One address after the other, as a script of wrk's says it.
function script(addresses) {
  const paths = addresses.map((address) => JSON.stringify(address.replace(/^http:\/\/[^/]+/, '')));
  return `local paths = {${paths}}\nlocal at = 0\n` +
    'request = function() at = at % #paths + 1; return wrk.format("GET", paths[at]) end\n';
}

function wrk(addresses) {
  const file = join(data, 'addresses.lua');
  writeFileSync(file, script(addresses));
  const told = execFileSync('wrk', ['-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`, '--latency', '-s', file,
    addresses[0]], {encoding: 'utf8'});
  if (/Non-2xx/.test(told)) throw new Error(told);
  const units = {us: 0.001, ms: 1, s: 1000};
  const part = (share) => {
    const [, number, unit] = new RegExp(`${share}%\\s+([\\d.]+)(us|ms|s)`).exec(told);
    return Number(number) * units[unit];
  };
  return {rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(told)[1]), p50: part(50), p99: part(99)};
}

async function client(addresses) {
  const agent = new Agent({keepAlive: true, maxSockets: CONNECTIONS});
  const times = [];
  const end = performance.now() + SECONDS * 1000;
  const worker = async (_, first) => {
    for (let at = first; performance.now() < end; at += CONNECTIONS) {
      const begin = performance.now();
      await ask(agent, addresses[at % addresses.length]);
      times.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({length: CONNECTIONS}, worker));
  agent.destroy();
  times.sort((one, other) => one - other);
  const part = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share / 100))];
  return {rate: times.length / SECONDS, p50: part(50), p99: part(99)};
}

function memory(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
}

async function figures() {
  const apps = ids();
  const {server, base, start} = await serve();
  const rows = [['process start to first answer', start, 's', 1]];
  try {
    const kinds = {
      'page of an app': [apps.map((id) => `${base}/en-us/apps/${id}`), 1],
      'list of apps': [[`${base}/en-us/apps`, `${base}/en-us/apps?tier=certified`, `${base}/fr-fr/apps`], 1],
      'search': [SEARCHES.map((words) => `${base}/en-us/apps?q=${encodeURIComponent(words)}`), undefined],
    };
    // One at a time, every request also pays for waking sleeping threads.
    for (const [name, [addresses]] of Object.entries(kinds)) {
      rows.push([`${name}: CPU, one at a time`, await cost(server.pid, addresses), 'ms', undefined]);
    }
    for (const [name, [addresses, target]] of Object.entries(kinds)) {
      const before = cpu(server.pid);
      const {rate, p50, p99} = await load(addresses);
      const spent = (cpu(server.pid) - before) / (rate * SECONDS);
      rows.push([`${name}: CPU under load`, spent, 'ms', target]);
      rows.push([`${name}: answers a second`, rate, '/s', undefined]);
      rows.push([`${name}: half within`, p50, 'ms', undefined]);
      rows.push([`${name}: 99 of 100 within`, p99, 'ms', name === 'search' ? undefined : 20]);
    }
    rows.push(['memory after serving', memory(server.pid), 'MiB', 80]);
  } finally {
    server.removeAllListeners('exit');
    server.kill();
  }
  return rows;
}

const rows = await figures();
console.log(`${CONNECTIONS} connections, ${hasWrk() ? 'wrk' : 'our own client (wrk is not installed)'}`);
let misses = 0;
for (const [name, figure, unit, target] of rows) {
  const missed = target !== undefined && figure >= target;
  if (missed) misses += 1;
  const wanted = target === undefined ? '' : `under ${target} ${unit}${missed ? '  MISSED' : ''}`;
  console.log(`${name.padEnd(36)}${figure.toFixed(2).padStart(11)} ${unit.padEnd(4)} ${wanted}`.trimEnd());
}
process.exitCode = misses > 0 && flags.includes('--strict') ? 1 : 0;
