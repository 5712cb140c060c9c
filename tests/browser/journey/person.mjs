// Somebody with a browser of their own. Whatever goes wrong in it is a fault of the journey.
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {watch} from '../browser.mjs';
import {codeOf} from './code.mjs';

const WIDE = {width: 1280, height: 900};

export class Person {
  static async of(journey, name, address) {
    const context = await journey.browser.newContext({locale: 'en-US', viewport: WIDE});
    context.setDefaultTimeout(15_000);
    const window = await context.newPage();
    const faults = [];
    watch(window, new URL(journey.base), 200, faults);
    const person = Object.assign(new Person(), {
      journey, context, window, faults, name, address: `${address}@example.org`,
      password: `four quiet words of ${address}`,
    });
    journey.people.push(person);
    return person;
  }

  async open(path) {
    await this.window.goto(new URL(path, this.journey.base).href, {waitUntil: 'load'});
  }

  // Presses a button or follows a link, and waits for the page that it leads to.
  async press(name, within = this.window) {
    const found = within.getByRole('button', {name, exact: typeof name === 'string'}).first();
    await Promise.all([this.window.waitForNavigation({waitUntil: 'load'}), found.click()]);
  }

  // Presses a button whose form is not taken: the browser says so once, and that is no fault.
  async refused(name, within = this.window) {
    await this.press(name, within);
    const at = this.faults.findIndex((fault) => /^console error: .*\b(422|409)\b/.test(fault));
    if (at < 0) throw new Error(`${name}: nothing was refused at ${this.window.url()}`);
    this.faults.splice(at, 1);
  }

  async follow(name, within = this.window) {
    const found = within.getByRole('link', {name, exact: typeof name === 'string'}).first();
    await Promise.all([this.window.waitForNavigation({waitUntil: 'load'}), found.click()]);
  }

  async fill(fields, within = this.window) {
    for (const [label, value] of Object.entries(fields)) await within.getByLabel(label, {exact: true}).fill(value);
  }

  // The card with a heading.
  card(heading) {
    return this.window.locator('main section, main details').filter({
      has: this.window.getByRole('heading', {name: heading}),
    }).first();
  }

  // Fails with what the page says where it does not say this.
  async sees(text, within = this.window.locator('body')) {
    const wanted = text instanceof RegExp ? text : new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    try {
      await within.filter({hasText: wanted}).first().waitFor({timeout: 10_000});
    } catch {
      const told = await this.window.locator('main').innerText();
      throw new Error(`${this.name} does not see ${wanted} at ${this.window.url()}:\n${told.slice(0, 1500)}`);
    }
  }

  // The time-based code of the secret that the page shows.
  async setUpApp() {
    this.secret = await this.window.locator('code.secret').innerText();
    await this.fill({'Code of the app': codeOf(this.secret)});
    await this.press('Set up app');
    await this.sees('The app is set up.');
  }

  async shot(name) {
    const {shots} = this.journey;
    if (!shots) return;
    mkdirSync(shots, {recursive: true});
    await this.window.screenshot({path: join(shots, `journey-${name}.png`), fullPage: true});
  }
}
