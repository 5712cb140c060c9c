// node run.mjs BASE_URL [--pages FILE] [--only TEXT] [--shots DIR]
// Checks every page and deed of pages.json; exit 1 on a fault, 2 on a wrong call.
import {readFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {start} from './browser.mjs';
import {check} from './checks.mjs';
import {perform} from './deeds.mjs';

const HERE = new URL('pages.json', import.meta.url);

function asked() {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {pages: {type: 'string'}, only: {type: 'string'}, shots: {type: 'string'}},
  });
  if (positionals.length !== 1) throw new TypeError('one address of the site is needed');
  const plan = JSON.parse(readFileSync(values.pages ?? HERE, 'utf8'));
  const wanted = ({path}) => !values.only || path.includes(values.only);
  return {
    base: new URL(positionals[0]),
    shots: values.shots,
    pages: plan.pages.filter(wanted),
    deeds: (plan.deeds ?? []).filter(wanted),
  };
}

// Two at a time: a browser waits more than it works.
async function each(list, work) {
  const rest = [...list];
  const worker = async () => { while (rest.length > 0) await work(rest.shift()); };
  await Promise.all([worker(), worker()]);
}

async function run({base, shots, pages, deeds}) {
  const browser = await start();
  let count = 0;
  const tell = (name, faults) => {
    count += faults.length;
    console.log(faults.length === 0 ? `ok     ${name}` : `FAULTS ${name}`);
    faults.forEach((fault) => console.log(`       ${fault}`));
  };
  try {
    await each(pages, async (page) => tell(page.path, await check(browser, base, page, {shots})));
    await each(deeds, async (plan) => tell(`${plan.deed} ${plan.path}`, await perform(browser, base, plan)));
  } finally {
    await browser.close();
  }
  console.log(`${pages.length} pages, ${deeds.length} deeds, ${count} faults`);
  return count;
}

try {
  const plan = asked();
  // An empty plan would find nothing wrong.
  if (plan.pages.length + plan.deeds.length === 0) throw new TypeError('no page fits --only');
  process.exitCode = await run(plan) === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof TypeError ? error.message : error);
  process.exitCode = 2;
}
