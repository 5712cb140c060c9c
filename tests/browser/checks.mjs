// What holds for every page.
import {createRequire} from 'node:module';
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {watch} from './browser.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SIZES = {1280: {width: 1280, height: 900}, 390: {width: 390, height: 844}};
const PHONE = {width: 320, height: 640};
const SMALLEST = 24;
const LOOKS = [['light', 1280], ['light', 390], ['dark', 1280], ['dark', 390]];

// What axe says again in other colors and widths: contrast alone, the rest is the same.
const COLORS = {runOnly: {type: 'rule', values: ['color-contrast']}};

// Three windows: as browsers are, with the policy set aside for axe, and without scripts. The same
// window is made wide, narrow, light and dark, so that a page is loaded three times and no more.
export async function windows(browser, look) {
  const open = async (own) => {
    const context = await browser.newContext({viewport: SIZES[1280], ...look, ...own});
    context.setDefaultTimeout(60_000);
    return context.newPage();
  };
  const [usual, axe, plain] = await Promise.all([open({}), open({bypassCSP: true}), open({javaScriptEnabled: false})]);
  const close = () => Promise.all([usual, axe, plain].map((window) => window.context().close()));
  return {usual, axe, plain, close};
}

// All faults of a page in these windows, each with the circumstances in which it shows.
export async function check(own, base, page, {shots} = {}) {
  const address = new URL(page.path, base);
  const found = [];
  const run = async (name, work) => {
    const faults = [];
    await work(faults);
    found.push(...faults.map((fault) => `[${name}] ${fault}`));
  };
  try {
    const scripted = await asPeopleSee(own.usual, address, page, run, shots);
    await asAxeSees(own.axe, address, run);
    await run('no scripts', async (faults) => {
      await own.plain.goto(address.href, {waitUntil: 'load'});
      const plain = await mainText(own.plain);
      if (plain === '') faults.push('<main> says nothing');
      if (plain !== scripted) faults.push(`other text in <main> without scripts: ${difference(plain, scripted)}`);
    });
  } catch (error) {
    found.push(`failed: ${String(error.message).split('\n')[0]}`);
  }
  return found;
}

// Under the real policy. Gives the text of <main>.
async function asPeopleSee(window, address, page, run, shots) {
  const listening = [];
  watch(window, address, page.status ?? 200, listening);
  const pictured = async (name) => { if (shots) await picture(window, shots, page, name); };
  await look(window, 'light', 1280);
  await run('light 1280', async (faults) => {
    isGuarded(await window.goto(address.href, {waitUntil: 'load'}), page, faults);
  });
  for (const [color, width] of LOOKS) {
    await look(window, color, width);
    await run(`${color} ${width}`, async (faults) => faults.push(...await window.evaluate(smallTargets, SMALLEST)));
    await pictured(`${color} ${width}`);
  }
  await window.setViewportSize(PHONE);
  await run('320', async (faults) => faults.push(...await window.evaluate(tooWide)));
  await look(window, 'light', 1280);
  await window.emulateMedia({forcedColors: 'active'});
  await run('forced colors', async (faults) => faults.push(...await window.evaluate(lostText)));
  await pictured('forced colors');
  await look(window, 'light', 1280);
  await run('print', async (faults) => {
    const paper = await window.pdf({format: 'A4'});
    if (paper.length < 1000) faults.push(`printing gives ${paper.length} bytes`);
  });
  window.removeAllListeners();
  await run('usual', async (faults) => faults.push(...listening));
  return mainText(window);
}

// All rules for both widths, and those on colors again in the dark.
async function asAxeSees(window, address, run) {
  await look(window, 'light', 1280);
  await window.goto(address.href, {waitUntil: 'load'});
  await run('light 1280', (faults) => axe(window, faults));
  await look(window, 'dark', 1280);
  await run('dark 1280', (faults) => tellAxe(window, faults, COLORS));
  await look(window, 'dark', 390);
  await run('dark 390', (faults) => tellAxe(window, faults, COLORS));
  await look(window, 'light', 390);
  await run('light 390', (faults) => axe(window, faults));
}

async function look(window, color, width) {
  await window.emulateMedia({colorScheme: color, forcedColors: 'none'});
  await window.setViewportSize(SIZES[width]);
}

function isGuarded(answer, page, faults) {
  const wanted = page.status ?? 200;
  if (answer.status() !== wanted) faults.push(`status ${answer.status()} in the place of ${wanted}`);
  const policy = answer.headers()['content-security-policy'] ?? '';
  if (!policy.includes("default-src 'none'")) faults.push('no content security policy that begins with nothing');
  if (/unsafe-(inline|eval)/.test(policy)) faults.push(`a loose content security policy: ${policy}`);
}

// The policy would not let axe in, and so this window sets it aside.
async function axe(window, faults) {
  await window.addScriptTag({path: AXE});
  await tellAxe(window, faults, {runOnly: {type: 'tag', values: RULES}, rules: {'target-size': {enabled: true}}});
}

// What axe says of a window that has it already, by all its rules or by some of them.
async function tellAxe(window, faults, options) {
  const wanted = {...options, resultTypes: ['violations']};
  const {violations} = await window.evaluate((one) => globalThis.axe.run(document, one), wanted);
  for (const {id, help, nodes} of violations) {
    const places = nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ');
    faults.push(`axe ${id}: ${help} (${nodes.length}: ${places})`);
  }
}

// The text of <main> apart from what says that it needs scripts.
async function mainText(window) {
  const text = await window.evaluate(() => {
    const main = document.querySelector('main')?.cloneNode(true);
    main?.querySelectorAll('[data-needs-script], [data-varies]').forEach((one) => one.remove());
    return main?.textContent ?? '';
  });
  return text.replace(/\s+/g, ' ').trim();
}

function difference(plain, scripted) {
  let at = 0;
  while (at < plain.length && plain[at] === scripted[at]) at += 1;
  const part = (text) => JSON.stringify(text.slice(Math.max(0, at - 20), at + 40));
  return `${part(plain)}, with them ${part(scripted)}`;
}

async function picture(window, folder, page, name) {
  mkdirSync(folder, {recursive: true});
  const file = `${page.path} ${name}`.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '');
  await window.screenshot({path: join(folder, `${file}.png`), fullPage: true});
}

// Runs in the page: contrast of forced colors is the system's; text must only not be its ground.
function lostText() {
  const {color, backgroundColor} = getComputedStyle(document.body);
  return color === backgroundColor ? [`text has the color of its ground, ${color}`] : [];
}

// Runs in the page: what is wider than the window.
function tooWide() {
  const root = document.scrollingElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const clipped = (element) => {
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
      if (getComputedStyle(one).overflowX !== 'visible') return true;
    }
    return false;
  };
  const over = [...document.body.querySelectorAll('*')].filter((element) =>
    element.getBoundingClientRect().right > root.clientWidth + 0.5 && !clipped(element));
  const names = over.slice(-3).map((element) => element.outerHTML.slice(0, 80));
  return [`scrolls sideways: ${root.scrollWidth} of ${root.clientWidth} px: ${names.join(' … ')}`];
}

// Runs in the page: what can be pressed and is smaller than `smallest` px. Links in running text
// are exempt (WCAG 2.5.8), and what stands alone in a circle of that size.
function smallTargets(smallest) {
  const named = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]';
  const size = (element) => element.getBoundingClientRect();
  const isShown = (element) => {
    const {width, height, right, bottom} = size(element);
    const style = getComputedStyle(element);
    return width > 1 && height > 1 && right > 0 && bottom > 0 && style.visibility === 'visible';
  };
  const isInText = (element) => element.tagName === 'A' &&
    getComputedStyle(element).display === 'inline' &&
    [...element.parentElement.childNodes].some((one) =>
      one !== element && one.nodeType === Node.TEXT_NODE && one.textContent.trim() !== '');
  const area = (element) => {
    const label = element.closest('label') ?? element.labels?.[0];
    return label && size(label).height >= size(element).height ? size(label) : size(element);
  };
  const targets = [...document.querySelectorAll(named)].filter(isShown);
  const boxes = targets.map(area);
  const small = (box) => box.width < smallest - 0.5 || box.height < smallest - 0.5;
  const center = (box) => [box.left + box.width / 2, box.top + box.height / 2];
  const isAlone = (box) => boxes.every((other) => {
    if (other === box) return true;
    const [x, y] = center(box);
    const dx = Math.max(other.left - x, 0, x - other.right);
    const dy = Math.max(other.top - y, 0, y - other.bottom);
    return Math.hypot(dx, dy) >= smallest / 2;
  });
  return targets.flatMap((element, at) => {
    const box = boxes[at];
    if (!small(box) || isInText(element) || isAlone(box)) return [];
    const [width, height] = [box.width, box.height].map((one) => Math.round(one));
    return [`target of ${width} x ${height} px: ${element.outerHTML.slice(0, 100)}`];
  });
}
