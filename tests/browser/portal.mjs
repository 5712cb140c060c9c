// node portal.mjs BASE_URL [--shots DIR]
// A customer of the demo rests on a provider: declares services, sees who covers what, reads a document
// behind an agreement, asks nobody twice, and is told what ended. With nothing but the pages.
import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {HASTE, start, watch} from './browser.mjs';

const {values, positionals: [base]} = parseArgs({allowPositionals: true, options: {shots: {type: 'string'}}});
const DOCUMENT = '/documents/harborline/report/report-harborline-133';
const faults = [];

function holds(what, is) {
  console.log(`${is ? 'ok    ' : 'FAULT '} ${what}`);
  if (!is) faults.push(what);
}

async function picture(window, name) {
  if (values.shots) await window.screenshot({path: `${values.shots}/portal ${name}.png`, fullPage: true});
}

const words = (window) => window.locator('main').innerText();

// A form is sent and the next page is there.
async function press(window, button) {
  await Promise.all([window.waitForNavigation(), button.click()]);
}

async function enter(browser, account) {
  const context = await browser.newContext({locale: 'en-US', acceptDownloads: true});
  const window = await context.newPage();
  watch(window, new URL(base), 200, faults);
  await window.goto(`${base}/demo`);
  await press(window, window.locator(`button[value=${account}]`));
  return window;
}

async function declare(window) {
  await window.goto(`${base}/systems`);
  await window.locator('main input[name=name]').fill('Berth planner');
  await press(window, window.locator('main form:has(input[name=name]) button').first());
  if (!/\/services/.test(window.url())) await window.goto(`${new URL(window.url()).origin}${new URL(window.url()).pathname}/services`);
  const line = window.locator('main form', {hasText: 'Quay'}).first();
  const add = (await line.count()) > 0 ? line.locator('button').first() : window.locator('main button', {hasText: 'Quay'}).first();
  await press(window, add);
  const system = /^(\/systems\/[^/?#]+)/.exec(new URL(window.url()).pathname)[1];
  await window.goto(base + system);
  await picture(window, 'system');
  const told = await words(window);
  for (const share of ['Inherited', 'Shared', 'Yours']) {
    holds(`a system tells of controls: ${share}`, new RegExp(share, 'i').test(told));
  }
}

async function read(window) {
  await window.goto(base + DOCUMENT);
  holds('a document asks for the agreement first', await window.locator('main a[download]').count() === 0);
  await picture(window, 'agreement');
  await window.locator('main input[name=accept]').check();
  await press(window, window.locator('main form:has(input[name=accept]) button'));
  await window.goto(base + DOCUMENT);
  const [file] = await Promise.all([window.waitForEvent('download'), window.locator('main a[download]').click()]);
  const bytes = readFileSync(await file.path());
  holds('the document is a PDF', bytes.subarray(0, 5).toString() === '%PDF-');
  await picture(window, 'document');
}

async function seen(browser) {
  const owner = await enter(browser, 'demo-publisher');
  await owner.goto(`${base}/offerings/downloads`);
  holds('the owner sees who read it', /Demo Customer Administrator/.test(await words(owner)));
  await picture(owner, 'downloads');
}

async function isTold(window) {
  await window.goto(`${base}/watching`);
  const told = await words(window);
  holds('a certificate that ends soon is told', /ends on/.test(told));
  holds('a certificate that ended is told', /ended on/.test(told));
  await picture(window, 'watching');
}

const browser = await start();
try {
  const customer = await enter(browser, 'demo-customer');
  await declare(customer);
  await read(customer);
  await isTold(customer);
  await seen(browser);
} catch (error) {
  faults.push(error.stack);
  console.log(error.stack);
} finally {
  await browser.close();
}
const meant = faults.filter((fault) => !HASTE.test(fault));
meant.forEach((fault) => console.log(`FAULT  ${fault}`));
process.exitCode = meant.length === 0 ? 0 : 1;
