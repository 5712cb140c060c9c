// What people do on pages. Each gives the faults that it meets.
import {visit} from './browser.mjs';

const WIDE = {width: 1280, height: 900};
const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>';

const DEEDS = {
  'slash-goes-to-search': {
    async do(window, _, faults) {
      await window.keyboard.press('/');
      const type = await window.evaluate(() => document.activeElement?.getAttribute('type'));
      if (type !== 'search') faults.push(`"/" leads to ${type}, not to the search field`);
    },
  },

  'theme-is-kept': {
    async do(window, _, faults) {
      const theme = () => window.evaluate(() =>
        document.querySelector('[data-theme-toggle]')?.getAttribute('aria-pressed') +
        getComputedStyle(document.body).backgroundColor);
      const before = await theme();
      await window.locator('[data-theme-toggle]').first().click();
      const chosen = await theme();
      if (chosen === before) faults.push('the button for light and dark changes nothing');
      await window.reload();
      const kept = await theme();
      if (kept !== chosen) faults.push(`${chosen} became ${kept} after a reload`);
    },
  },

  'filter-counts-rows': {
    async do(window, {words}, faults) {
      const field = window.locator('[data-filter]').first();
      const rows = window.locator(`${await field.getAttribute('data-filter')} tbody tr`);
      const told = window.locator(await field.getAttribute('data-count'));
      const all = await rows.count();
      await field.fill(words);
      const shown = await rows.filter({visible: true}).count();
      if (shown === 0 || shown === all) faults.push(`"${words}" leaves ${shown} of ${all} rows`);
      const count = await told.textContent();
      if (!count.startsWith(`${shown}/`)) faults.push(`${shown} rows, and the count says ${count}`);
      await field.fill('');
      if (await rows.filter({visible: true}).count() !== all) faults.push('rows stay hidden');
    },
  },

  'facets-work-without-scripts': {
    look: {javaScriptEnabled: false},
    async do(window, {box}, faults) {
      const tick = window.locator(box).first();
      if (!await tick.isVisible()) await window.locator('details:has(form) > summary').first().click();
      await tick.check();
      await Promise.all([
        window.waitForURL(/\?/),
        window.locator(`form:has(${box}) button`).first().click(),
      ]);
      const [name, value] = await Promise.all(['name', 'value'].map((one) => tick.getAttribute(one)));
      const asked = new URL(window.url()).searchParams.getAll(name);
      if (!asked.includes(value)) faults.push(`the address does not say ${name}=${value}: ${window.url()}`);
      if (!await tick.isChecked()) faults.push('the box is not ticked on the page that comes');
    },
  },

  'words-stay-words': {
    path: ({path, parameter}) => `${path}?${parameter}=${encodeURIComponent(HOSTILE)}`,
    async do(window, {parameter}, faults) {
      const value = await window.locator(`main input[name=${parameter}]`).first().inputValue();
      if (value !== HOSTILE) faults.push(`the field says ${JSON.stringify(value)}`);
      faults.push(...await window.evaluate(livingThings));
    },
  },

  'page-stays-inert': {
    async do(window, {shown}, faults) {
      const text = await window.locator('body').innerText();
      if (!text.includes(shown)) faults.push(`does not show ${JSON.stringify(shown)} as text`);
      faults.push(...await window.evaluate(livingThings));
    },
  },
};

// Runs in the page: what a stranger's text must never become.
function livingThings() {
  const handlers = (element) => [...element.attributes].some((one) => /^on/i.test(one.name));
  // A block of data is no program: nothing runs it.
  const runs = (element) => element.tagName === 'SCRIPT' && !element.src &&
    element.type !== 'application/ld+json';
  const lives = [...document.querySelectorAll('*')].filter((element) =>
    runs(element) || handlers(element) ||
    ['IFRAME', 'OBJECT', 'EMBED'].includes(element.tagName) ||
    (element.tagName !== 'LINK' &&
      /^\s*(javascript|data|vbscript):/i.test(element.getAttribute('href') ?? '')));
  return lives.map((element) => `lives: ${element.outerHTML.slice(0, 100)}`);
}

export async function perform(browser, base, plan) {
  const deed = DEEDS[plan.deed];
  if (!deed) return [`no such deed: ${plan.deed}`];
  const path = deed.path ? deed.path(plan) : plan.path;
  const look = {viewport: WIDE, colorScheme: 'light', ...deed.look};
  const todo = (window, _, faults) => deed.do(window, plan, faults);
  return visit(browser, base, {path, status: plan.status}, look, todo);
}
