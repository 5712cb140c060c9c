// node measure.mjs PROGRAM FOLDER [--strict] [--rounds COUNT]: CPU time of the trust portal's pages.
import {Agent} from 'node:http';
import {cpu, median, serve} from '../demo.mjs';
import {enter, must} from '../desk/client.mjs';

const [program, folder, ...flags] = process.argv.slice(2);
const ROUNDS = flags.includes('--rounds') ? Number(flags[flags.indexOf('--rounds') + 1]) : 5;
const REQUESTS = 500;
const PROVIDER = '/trust/harborline';

// The first address of a page that a pattern finds.
async function found(base, path, pattern, headers) {
  const page = await must(base, new Agent(), {path, headers});
  const match = pattern.exec(page.text);
  if (!match) throw new Error(`no ${pattern} in ${path}`);
  return match[1].replaceAll('&amp;', '&');
}

async function measured({server, base}, path, headers) {
  const agent = new Agent({keepAlive: true, maxSockets: 1});
  for (let at = 0; at < 20; at += 1) await must(base, agent, {path, headers});
  const costs = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = cpu(server.pid);
    for (let at = 0; at < REQUESTS; at += 1) await must(base, agent, {path, headers});
    costs.push((cpu(server.pid) - before) / REQUESTS);
  }
  agent.destroy();
  return median(costs);
}

// Name, address, header fields, and the target in milliseconds of CPU.
async function kinds(base) {
  const customer = (await enter(base, 'demo-customer')).browser;
  const standard = await found(base, `/en-us${PROVIDER}`, new RegExp(`href="/en-us(${PROVIDER}/[a-z0-9-]+)"`));
  const system = await found(base, '/systems', /href="(\/systems\/[0-9a-z-]+)"/, customer);
  return [
    ['all providers', '/en-us/trust', {}, 1],
    ['trust center, English', `/en-us${PROVIDER}`, {}, 1],
    ['trust center, Korean', `/ko-kr${PROVIDER}`, {}, 1],
    ['a standard, English', `/en-us${standard}`, {}, 1],
    ['a standard, Korean', `/ko-kr${standard}`, {}, 1],
    ['a standard, both languages', `/ko-kr${standard}?view=both`, {}, 1],
    ['the portal as data', `/api/v1${PROVIDER}`, {}, undefined],
    ['a system with 93 controls', system, customer, undefined],
  ];
}

const site = await serve(program, folder);
let misses = 0;
try {
  for (const [name, path, headers, target] of await kinds(site.base)) {
    const cost = await measured(site, path, headers);
    const missed = target !== undefined && cost >= target;
    if (missed) misses += 1;
    const wanted = target === undefined ? '' : `under ${target} ms${missed ? '  MISSED' : ''}`;
    console.log(`${name.padEnd(30)}${cost.toFixed(2).padStart(8)} ms of CPU   ${wanted}`.trimEnd());
  }
} finally {
  site.server.kill();
}
process.exitCode = misses > 0 && flags.includes('--strict') ? 1 : 0;
