// What holds for every page.
import {createRequire} from 'node:module';
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {visit} from './browser.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
export const SIZES = {1280: {width: 1280, height: 900}, 390: {width: 390, height: 844}};
export const PHONE = {width: 320, height: 640};
export const SMALLEST = 24;

// All faults of a page, each with the circumstances in which it shows: in each of the colors and
// at each of the widths, or in the first of them.
export async function check(browser, base, page, {shots, brief} = {}) {
  const found = [];
  const run = async (name, look, deed) => {
    const faults = await visit(browser, base, page, look, deed);
    found.push(...faults.map((fault) => `[${name}] ${fault}`));
  };
  let scripted = '';
  for (const [name, look] of looks().slice(0, brief ? 1 : undefined)) {
    await run(name, look, async (window, answer, faults) => {
      isGuarded(answer, page, faults);
      faults.push(...await window.evaluate(smallTargets, SMALLEST));
      scripted = await mainText(window);
      if (shots) await picture(window, shots, page, name);
    });
    await run(`${name} axe`, {...look, bypassCSP: true}, axe);
  }
  await run('320', {viewport: PHONE}, async (window, _, faults) => {
    faults.push(...await window.evaluate(tooWide));
  });
  await run('forced colors', {forcedColors: 'active', viewport: SIZES[1280]}, async (window, _, faults) => {
    faults.push(...await window.evaluate(lostText));
    if (shots) await picture(window, shots, page, 'forced colors');
  });
  await run('no scripts', {javaScriptEnabled: false, viewport: SIZES[390]}, async (window, _, faults) => {
    const plain = await mainText(window);
    if (plain === '') faults.push('<main> says nothing');
    if (plain !== scripted) faults.push(`other text in <main> without scripts: ${difference(plain, scripted)}`);
  });
  await run('print', {viewport: SIZES[1280]}, async (window, _, faults) => {
    const paper = await window.pdf({format: 'A4'});
    if (paper.length < 1000) faults.push(`printing gives ${paper.length} bytes`);
  });
  return found;
}

function looks() {
  return ['light', 'dark'].flatMap((colorScheme) => Object.entries(SIZES).map(
    ([width, viewport]) => [`${colorScheme} ${width}`, {colorScheme, viewport}]));
}

export function isGuarded(answer, page, faults) {
  const wanted = page.status ?? 200;
  if (answer.status() !== wanted) faults.push(`status ${answer.status()} in the place of ${wanted}`);
  const policy = answer.headers()['content-security-policy'] ?? '';
  if (!policy.includes("default-src 'none'")) faults.push('no content security policy that begins with nothing');
  if (/unsafe-(inline|eval)/.test(policy)) faults.push(`a loose content security policy: ${policy}`);
}

export async function axe(window, _, faults) {
  await window.addScriptTag({path: AXE});
  await tellAxe(window, faults, {runOnly: {type: 'tag', values: RULES}, rules: {'target-size': {enabled: true}}});
}

// What axe says of a window that has it already, by all its rules or by some of them.
export async function tellAxe(window, faults, options) {
  const wanted = {...options, resultTypes: ['violations']};
  const {violations} = await window.evaluate((one) => globalThis.axe.run(document, one), wanted);
  for (const {id, help, nodes} of violations) {
    const places = nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ');
    faults.push(`axe ${id}: ${help} (${nodes.length}: ${places})`);
  }
}

// The text of <main> apart from what says that it needs scripts.
export async function mainText(window) {
  const text = await window.evaluate(() => {
    const main = document.querySelector('main')?.cloneNode(true);
    main?.querySelectorAll('[data-needs-script], [data-varies]').forEach((one) => one.remove());
    return main?.textContent ?? '';
  });
  return text.replace(/\s+/g, ' ').trim();
}

export function difference(plain, scripted) {
  let at = 0;
  while (at < plain.length && plain[at] === scripted[at]) at += 1;
  const part = (text) => JSON.stringify(text.slice(Math.max(0, at - 20), at + 40));
  return `${part(plain)}, with them ${part(scripted)}`;
}

export async function picture(window, folder, page, name) {
  mkdirSync(folder, {recursive: true});
  const file = `${page.path} ${name}`.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '');
  await window.screenshot({path: join(folder, `${file}.png`), fullPage: true});
}

// Runs in the page: contrast of forced colors is the system's; text must only not be its ground.
export function lostText() {
  const {color, backgroundColor} = getComputedStyle(document.body);
  return color === backgroundColor ? [`text has the color of its ground, ${color}`] : [];
}

// Runs in the page: what is wider than the window.
export function tooWide() {
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
export function smallTargets(smallest) {
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
