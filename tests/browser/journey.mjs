// node journey.mjs BASE_URL SETUP_LINK [--shots DIR]
// An app goes from the first start of the program to a recorded decision, with nothing but the pages.
import {parseArgs} from 'node:util';
import {HASTE, start} from './browser.mjs';
import {begin} from './journey/case.mjs';
import {decide} from './journey/decision.mjs';
import {gatherEvidence} from './journey/evidence.mjs';
import {gather} from './journey/people.mjs';
import {review} from './journey/review.mjs';

const {values, positionals: [base, link]} = parseArgs({
  allowPositionals: true, options: {shots: {type: 'string'}},
});

// What each window showed when the journey ended before its aim.
async function lastSeen({name, window}) {
  const words = await window.locator('main').innerText({timeout: 1000}).catch(() => '');
  return `${name} was at ${window.url()}:\n${words.slice(0, 800)}`;
}

async function travel() {
  const journey = {base, link, shots: values.shots, people: [], browser: await start()};
  const began = Date.now();
  const faults = [];
  let stage = '';
  const tell = (name) => {
    stage = name;
    console.log(`${((Date.now() - began) / 1000).toFixed(1)} s  ${name}`);
  };
  try {
    tell('people');
    const people = await gather(journey);
    tell('the case begins');
    const at = await begin(people);
    tell('evidence');
    await gatherEvidence(people, at);
    tell('review');
    await review(people, at);
    tell('decision');
    await decide(people, at);
    tell('recorded');
  } catch (error) {
    faults.push(`${stage}: ${error.stack}`, ...await Promise.all(journey.people.map(lastSeen)));
  } finally {
    faults.push(...journey.people.flatMap((one) => one.faults.filter((fault) => !HASTE.test(fault)).map((fault) => `${one.name}: ${fault}`)));
    await journey.browser.close();
  }
  return faults;
}

const faults = await travel();
faults.forEach((fault) => console.log(`FAULT  ${fault}`));
process.exitCode = faults.length === 0 ? 0 : 1;
