// A client of the desk: one that signs in at the demo's door, one that sends requests at once.
import {Agent, request} from 'node:http';

export const CONNECTIONS = 32;

// Sends one request; gives status, headers and text.
export function send(base, agent, {method = 'GET', path, headers = {}, body}) {
  return new Promise((done, fail) => {
    const length = body === undefined ? {} : {'Content-Length': Buffer.byteLength(body)};
    const sent = request(base + path, {method, agent, headers: {...headers, ...length}}, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('error', fail);
      answer.on('end', () => done({
        status: answer.statusCode, headers: answer.headers, text: Buffer.concat(parts).toString(),
      }));
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

// A request that must be done.
export async function must(base, agent, wanted) {
  const got = await send(base, agent, wanted);
  if (got.status >= 400) throw new Error(`${got.status}: ${wanted.path}: ${got.text.slice(0, 500)}`);
  return got;
}

// Somebody of the demo: the fields of their browser and of their programs.
export async function enter(base, account) {
  const own = {'Sec-Fetch-Site': 'same-origin'};
  const form = {...own, 'Content-Type': 'application/x-www-form-urlencoded'};
  const agent = new Agent({keepAlive: true});
  const entered = await must(base, agent, {method: 'POST', path: '/demo', headers: form, body: `account=${account}`});
  const cookie = entered.headers['set-cookie'][0].split(';')[0];
  const writes = ['demo-publisher', 'demo-customer'].includes(account);
  const scopes = ['read', writes ? 'write' : 'review'];
  const made = await must(base, agent, {
    method: 'POST', path: '/api/v1/tokens', body: JSON.stringify({name: 'bench', scopes}),
    headers: {...own, Cookie: cookie, 'Content-Type': 'application/json'},
  });
  return {
    browser: {Cookie: cookie, Accept: 'text/html'},
    program: {Authorization: `Bearer ${JSON.parse(made.text).token}`},
  };
}

// Sends what `next(number)` gives on so many connections for a time; how many answers, and after how
// many milliseconds half, 99 of 100 and all of them came.
export async function load(base, milliseconds, connections, next) {
  const agent = new Agent({keepAlive: true, maxSockets: connections});
  const times = [];
  const end = performance.now() + milliseconds;
  let number = 0;
  const worker = async () => {
    while (performance.now() < end) {
      const begin = performance.now();
      await must(base, agent, next(number++));
      times.push(performance.now() - begin);
    }
  };
  const begin = performance.now();
  await Promise.all(Array.from({length: connections}, worker));
  const seconds = (performance.now() - begin) / 1000;
  agent.destroy();
  times.sort((one, other) => one - other);
  const part = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share / 100))];
  return {count: times.length, rate: times.length / seconds, p50: part(50), p99: part(99)};
}
