// node catalog.mjs FROM TO COUNT: pages of COUNT apps, copied from the pages below FROM with ids
// and names of their own.
import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const [from, to, count] = process.argv.slice(2);
// Pages have one of these links; the id of the app is its end.
const ID = /(?:appsource\.microsoft\.com\/product\/[a-z0-9-]+|teams\.microsoft\.com\/l\/app)\/([\w.-]+)/g;
const NAME = /^# <a name="[^"]*"><\/a>([^<|\n]+)$/m;
const A_FOLDER = 1000;

function below(folder) {
  return readdirSync(folder, {withFileTypes: true}).flatMap((one) => {
    const path = join(folder, one.name);
    if (one.isDirectory()) return below(path);
    return one.name.endsWith('.md') ? [path] : [];
  });
}

// Ids differ in their digits: numbers of AppSource stay such numbers, the others get an end.
function another(text, number) {
  const nine = String(900_000_000 + number);
  const ids = new Set([...text.matchAll(ID)].map(([, id]) => id));
  let copy = text;
  for (const id of ids) {
    const next = /^WA\d+$/i.test(id) ? `WA${nine}` : `${id.slice(0, -9)}${nine}`;
    copy = copy.replaceAll(id, next);
  }
  const name = NAME.exec(text)?.[1].trim();
  return name ? copy.replaceAll(`| ${name} |`, `| ${name} ${number} |`)
    .replace(`</a>${name}`, `</a>${name} ${number}`) : copy;
}

const sources = below(from).sort().map((path) => readFileSync(path, 'utf8'))
  .filter((text) => text.search(ID) >= 0);
if (sources.length === 0) throw new Error(`no pages of apps below ${from}`);
for (let number = 0; number < Number(count); number += 1) {
  const folder = join(to, String(Math.floor(number / A_FOLDER)));
  if (number % A_FOLDER === 0) mkdirSync(folder, {recursive: true});
  // A step that shares no factor with the count of pages mixes the languages.
  const source = sources[(number * 7919) % sources.length];
  writeFileSync(join(folder, `${number}.md`), another(source, number));
}
