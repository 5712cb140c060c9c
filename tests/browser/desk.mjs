// node desk.mjs BASE_URL [--only TEXT] [--shots DIR]
// Every page of the desk as the member of the demo who uses it. One browser, one entry a member.
import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {start} from './browser.mjs';
import {check, windows} from './checks.mjs';

const PLAN = JSON.parse(readFileSync(new URL('desk.json', import.meta.url), 'utf8'));
const {values: asked, positionals: [base]} = parseArgs({
  allowPositionals: true,
  options: {only: {type: 'string', default: ''}, shots: {type: 'string'}},
});

// What the demo's door gives a member: the cookies of their session.
async function enter(browser, account) {
  const context = await browser.newContext({locale: 'en-US'});
  const window = await context.newPage();
  await window.goto(`${base}/demo`);
  const entered = (url) => url.pathname !== '/demo';
  await Promise.all([window.waitForURL(entered), window.click(`button[value=${account}]`)]);
  return context;
}

// The addresses of the cases, by the stage that the plan names.
async function cases(context) {
  const window = await context.newPage();
  const found = {};
  for (const name of ['running', 'before', 'over']) {
    await window.goto(`${base}/desk/cases?${PLAN[name]}`);
    const links = await window.$$eval('main a[href]', (all) => all.map((one) => one.getAttribute('href')));
    found[name] = links.find((one) => /^\/desk\/cases\/[a-z0-9]{6,}$/.test(one) && !one.endsWith('/new'));
    if (!found[name]) throw new Error(`the demo has no case with ${PLAN[name]}`);
  }
  found.id = found.running.split('/').pop();
  return found;
}

// The systems of a customer, in their order.
async function systems(context) {
  const window = await context.newPage();
  await window.goto(`${base}/systems`);
  const links = await window.$$eval('main a[href]', (all) => all.map((one) => one.getAttribute('href')));
  const [system, ended] = [...new Set(links.filter((one) => /^\/systems\/[^/?#]+$/.test(one)))];
  if (!ended) throw new Error('the demo has no two systems');
  return {system, ended};
}

// The program of the demo hides points and pass marks from publishers.
async function told(window) {
  const hidden = /pass mark|\d+ of \d+ points/i;
  const words = await window.locator('main').innerText();
  const found = hidden.exec(words.replace('The program does not publish points and pass marks.', ''));
  return found ? [`a publisher sees what the edition hides: ${found[0]}`] : [];
}

// The pages of somebody, one after the other.
async function member(browser, account, paths, tell) {
  const name = account ?? 'nobody';
  const context = account ? await enter(browser, account) : undefined;
  // Who has no part in cases finds none.
  const named = JSON.stringify(paths);
  const known = {
    ...(/\{(running|before|over|id)\}/.test(named) ? await cases(context) : {}),
    ...(named.includes('{system}') ? await systems(context) : {}),
  };
  const pages = paths.map((one) => (typeof one === 'string' ? {path: one} : one))
    .map((one) => ({...one, path: one.path.replace(/\{(\w+)\}/g, (_, name) => known[name])}))
    .filter(({path}) => `${name} ${path}`.includes(asked.only));
  const own = await windows(browser, {locale: 'en-US', storageState: await context?.storageState()});
  for (const page of pages) {
    const faults = await check(own, base, page, asked);
    if (account === PLAN.publisher && !page.path.startsWith('/account')) faults.push(...await told(own.plain));
    tell(`${name} ${page.path}`, faults);
  }
  await own.close();
}

async function run() {
  const browser = await start();
  let count = 0;
  let pages = 0;
  const tell = (name, faults) => {
    pages += 1;
    count += faults.length;
    console.log(faults.length === 0 ? `ok     ${name}` : `FAULTS ${name}`);
    faults.forEach((fault) => console.log(`       ${fault}`));
  };
  const rest = [...Object.entries(PLAN.roles), [undefined, PLAN.nobody]];
  // Two members at a time: a browser waits more than it works.
  const worker = async () => {
    while (rest.length > 0) await member(browser, ...rest.shift(), tell);
  };
  try {
    await Promise.all([worker(), worker()]);
  } finally {
    await browser.close();
  }
  console.log(`${pages} pages of the desk, ${count} faults`);
  // An empty plan would find nothing wrong.
  return pages === 0 ? 1 : count;
}

process.exitCode = await run() === 0 ? 0 : 1;
