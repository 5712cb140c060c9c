// The browser and its windows.
import {existsSync} from 'node:fs';
import {chromium} from 'playwright-core';

const PLACES = [process.env.ATTESTOR_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

// What a browser tells when somebody goes on before a page is whole; nothing is wrong with the page.
export const HASTE = /net::ERR_ABORTED|Autofocus processing was blocked/;

export async function start() {
  const executablePath = PLACES.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error('no chromium; name one in ATTESTOR_CHROMIUM');
  return chromium.launch({executablePath, args: FLAGS});
}

// The language of a path such as /fr-fr/apps, in the form that browsers ask for.
export function languageOf(path) {
  const [, language, region] = /^\/([a-z]{2,3})-([a-z]{2})\b/.exec(path) ?? [];
  return language ? `${language}-${region.toUpperCase()}` : 'en-US';
}

// A window that writes down what goes wrong in it. `look` is what the browser is asked to be.
export async function visit(browser, base, page, look, deed) {
  const context = await browser.newContext({locale: languageOf(page.path), ...look});
  context.setDefaultTimeout(60_000);
  const window = await context.newPage();
  const faults = [];
  watch(window, new URL(page.path, base), page.status ?? 200, faults);
  try {
    const answer = await window.goto(new URL(page.path, base).href, {waitUntil: 'load'});
    await deed(window, answer, faults);
  } catch (error) {
    faults.push(`failed: ${String(error.message).split('\n')[0]}`);
  } finally {
    await context.close();
  }
  return faults;
}

export function watch(window, address, status, faults) {
  // A browser reports the page itself when its status is an error; that status is asked for.
  const isPageItself = (message) => status >= 400 && message.location().url === address.href;
  window.on('console', (message) => {
    if (!isPageItself(message)) faults.push(`console ${message.type()}: ${message.text()}`);
  });
  window.on('pageerror', (error) => {
    // A page that comes faster than its fading in stops that: told as an error, and none.
    if (!/^Transition was/.test(error.message)) faults.push(`script: ${error.message}`);
  });
  window.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  window.on('request', (request) => {
    const url = new URL(request.url());
    const own = url.origin === address.origin || ['data:', 'about:'].includes(url.protocol);
    if (!own) faults.push(`request to elsewhere: ${url.href}`);
  });
  // An answer without a body is told as a failure, too.
  const empty = new Set();
  window.on('requestfailed', (request) => {
    if (!empty.has(request)) faults.push(`request failed: ${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  window.on('response', (response) => {
    if (response.status() === 204) empty.add(response.request());
    const itself = response.request().isNavigationRequest();
    if (!itself && response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
}
