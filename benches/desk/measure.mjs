// node measure.mjs PROGRAM FOLDER [--strict] [--rounds COUNT]: figures of the desk.
import {readFileSync} from 'node:fs';
import {cpu, median, serve} from '../demo.mjs';
import {CONNECTIONS, enter, load} from './client.mjs';
import {fill, said} from './fill.mjs';

const [program, folder, ...flags] = process.argv.slice(2);
const ROUNDS = flags.includes('--rounds') ? Number(flags[flags.indexOf('--rounds') + 1]) : 5;
const MILLISECONDS = 3000;
// Of ten requests of the mix, one writes.
const WRITES = 10;

function memory(pid, name) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) / 1024;
}

// What is measured: a name, how many connections, the requests, and targets in milliseconds.
function kinds({publisher, analyst}, {cases, full}) {
  const pages = (path) => () => ({path, headers: analyst.browser});
  const data = (path) => () => ({path, headers: analyst.program});
  const write = (id) => (number) => ({
    method: 'POST', path: `/api/v1/cases/${id(number)}/acts`,
    headers: {...publisher.program, 'Content-Type': 'application/json', 'Idempotency-Key': `${id(0)}-${number}-${Math.random()}`},
    body: JSON.stringify(said('case', `Words of number ${number}.`)),
  });
  const ordinary = write((number) => cases[number % cases.length]);
  const reads = [
    pages('/desk/cases'), data('/api/v1/cases?limit=20'), pages(`/desk/cases/${full}`),
    data(`/api/v1/cases/${full}`), pages(`/desk/cases/${full}/controls`),
  ];
  const mix = (number) => number % WRITES === 0 ? ordinary(number / WRITES) : reads[number % reads.length](number);
  return [
    ['list of 20 cases, page', CONNECTIONS, pages('/desk/cases'), {cpu: 2, p99: 50}],
    ['list of 20 cases, API', CONNECTIONS, data('/api/v1/cases?limit=20'), {cpu: 2, p99: 50}],
    ['one write each to 40 cases', CONNECTIONS, ordinary, {cpu: 2, p99: 50}],
    ['writes to the full case', 1, write(() => full), {}],
    ['controls of the full case, page', 1, pages(`/desk/cases/${full}/controls`), {p50: 20}],
    ['controls of the full case, API', 1, data(`/api/v1/cases/${full}/controls`), {p50: 20}],
    ['dashboard of the full case', 1, pages(`/desk/cases/${full}`), {p50: 20}],
    ['reads with one write in ten', CONNECTIONS, mix, {p99: 50}],
  ];
}

async function measured({server, base}, [name, connections, next, targets]) {
  await load(base, 500, connections, next);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = cpu(server.pid);
    const got = await load(base, MILLISECONDS, connections, next);
    rounds.push({...got, cpu: (cpu(server.pid) - before) / got.count});
  }
  const of = (field) => median(rounds.map((round) => round[field]));
  const label = `${name}, ${connections} at once`;
  return [
    [`${label}: CPU each`, of('cpu'), 'ms', targets.cpu],
    [`${label}: answers a second`, of('rate'), '/s', undefined],
    [`${label}: half within`, of('p50'), 'ms', targets.p50],
    [`${label}: 99 of 100 within`, of('p99'), 'ms', targets.p99],
  ];
}

const served = await serve(program, folder);
let misses = 0;
try {
  const publisher = await enter(served.base, 'demo-publisher');
  const analyst = await enter(served.base, 'demo-analyst');
  const filled = await fill(served.base, {publisher, analyst});
  console.log(`full case: ${filled.controls} controls, ${filled.acts} acts; median of ${ROUNDS} rounds`);
  const rows = [];
  for (const kind of kinds({publisher, analyst}, filled)) {
    rows.push(...await measured(served, kind));
  }
  rows.push(['memory after all that', memory(served.server.pid, 'VmRSS'), 'MiB', 120]);
  rows.push(['memory at its peak', memory(served.server.pid, 'VmHWM'), 'MiB', undefined]);
  for (const [name, figure, unit, target] of rows) {
    const missed = target !== undefined && figure >= target;
    if (missed) misses += 1;
    const wanted = target === undefined ? '' : `under ${target} ${unit}${missed ? '  MISSED' : ''}`;
    console.log(`${name.padEnd(62)}${figure.toFixed(2).padStart(9)} ${unit.padEnd(4)} ${wanted}`.trimEnd());
  }
} finally {
  served.server.kill();
}
process.exitCode = misses > 0 && flags.includes('--strict') ? 1 : 0;
