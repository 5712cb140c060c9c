// node desk.mjs BASE_URL [--only TEXT] [--shots DIR]
// Every page of the desk as the member of the demo who uses it. One browser, one entry a member: the
// same window is made wide, narrow, light and dark, so that a page is loaded three times and no more.
import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {start, watch} from './browser.mjs';
import {
  PHONE, SIZES, SMALLEST, axe, difference, isGuarded, lostText, mainText, picture, smallTargets, tellAxe, tooWide,
} from './checks.mjs';

const PLAN = JSON.parse(readFileSync(new URL('desk.json', import.meta.url), 'utf8'));
const COLORS = {runOnly: {type: 'rule', values: ['color-contrast']}};
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

// The windows of somebody: as browsers are, with the policy set aside for axe, and without scripts.
async function windows(browser, context) {
  const storageState = context ? await context.storageState() : undefined;
  const open = async (look) => {
    const own = await browser.newContext({locale: 'en-US', storageState, viewport: SIZES[1280], ...look});
    own.setDefaultTimeout(60_000);
    return own.newPage();
  };
  return {
    usual: await open({}), axe: await open({bypassCSP: true}), plain: await open({javaScriptEnabled: false}),
  };
}

async function look(window, color, width) {
  await window.emulateMedia({colorScheme: color, forcedColors: 'none'});
  await window.setViewportSize(SIZES[width]);
}

// As people see it, under the real policy.
async function usual(window, page, faults) {
  await look(window, 'light', 1280);
  const listening = [];
  watch(window, new URL(page.path, base), page.status ?? 200, listening);
  isGuarded(await window.goto(base + page.path, {waitUntil: 'load'}), page, faults);
  for (const [color, width] of [['light', 1280], ['light', 390], ['dark', 1280], ['dark', 390]]) {
    await look(window, color, width);
    if (color === 'light') faults.push(...await window.evaluate(smallTargets, SMALLEST));
    if (asked.shots) await picture(window, asked.shots, page, `${color} ${width}`);
  }
  await window.setViewportSize(PHONE);
  faults.push(...await window.evaluate(tooWide));
  await window.emulateMedia({forcedColors: 'active'});
  faults.push(...await window.evaluate(lostText));
  await look(window, 'light', 1280);
  const paper = await window.pdf({format: 'A4'});
  if (paper.length < 1000) faults.push(`printing gives ${paper.length} bytes`);
  window.removeAllListeners();
  faults.push(...listening);
  return mainText(window);
}

async function accessible(window, page, faults) {
  await look(window, 'light', 1280);
  await window.goto(base + page.path, {waitUntil: 'load'});
  const tell = async (name, work) => {
    const own = [];
    await work(own);
    faults.push(...own.map((fault) => `[${name}] ${fault}`));
  };
  await tell('light 1280', (own) => axe(window, undefined, own));
  await look(window, 'dark', 1280);
  await tell('dark 1280', (own) => tellAxe(window, own, COLORS));
  await look(window, 'dark', 390);
  await tell('dark 390', (own) => tellAxe(window, own, COLORS));
  await look(window, 'light', 390);
  await tell('light 390', (own) => axe(window, undefined, own));
}

async function withoutScripts(window, page, scripted, faults) {
  await window.goto(base + page.path, {waitUntil: 'load'});
  const plain = await mainText(window);
  if (plain === '') faults.push('<main> says nothing');
  if (plain !== scripted) faults.push(`other text in <main> without scripts: ${difference(plain, scripted)}`);
}

// The program of the demo hides points and pass marks from publishers.
async function told(window) {
  const hidden = /pass mark|\d+ of \d+ points/i;
  const words = await window.locator('main').innerText();
  const found = hidden.exec(words.replace('The program does not publish points and pass marks.', ''));
  return found ? [`a publisher sees what the edition hides: ${found[0]}`] : [];
}

async function check(own, page) {
  const faults = [];
  try {
    const scripted = await usual(own.usual, page, faults);
    await accessible(own.axe, page, faults);
    await withoutScripts(own.plain, page, scripted, faults);
  } catch (error) {
    faults.push(`failed: ${String(error.message).split('\n')[0]}`);
  }
  return faults;
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
  const own = await windows(browser, context);
  for (const page of pages) {
    const faults = await check(own, page);
    if (account === PLAN.publisher && !page.path.startsWith('/account')) faults.push(...await told(own.plain));
    tell(`${name} ${page.path}`, faults);
  }
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
