// node selftest.mjs: the checks find what is planted, and nothing on a good page.
import {createServer} from 'node:http';
import {start} from './browser.mjs';
import {check} from './checks.mjs';
import {perform} from './deeds.mjs';

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'";
const STYLE = 'a, button, input { display: inline-block; min-height: 24px; min-width: 24px } .wide { width: 500px } .tiny a { display: inline-block; min-height: 10px; min-width: 10px; font-size: 8px; line-height: 10px }';
const SCRIPT = "document.querySelector('#made')?.append('made by a script'); if (location.search.includes('alert')) alert(1);";
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

// What is planted, and the words by which the checks must tell it.
const PLANTS = {
  '/good': ['<p>All is well, <a href="/good">here</a>.</p>'],
  '/no-alt': [`<img src="${PIXEL}">`, 'axe image-alt'],
  '/inline-style': ['<p style="color: red">Red</p>', 'console error'],
  '/inline-script': ['<p>x</p><script>1</script>', 'console error'],
  '/wide': ['<div class="wide">Wide</div>', '[320] scrolls sideways'],
  '/small': ['<p class="tiny"><a href="/good">a</a><a href="/wide">b</a></p>', 'target of'],
  '/scripted': ['<p id="made"></p>', 'without scripts'],
  '/gone': ['<p>x</p><img alt="x" src="/nowhere.png">', '404'],
  '/elsewhere': ['<p>x</p><img alt="x" src="http://127.0.0.2:9/x.png">', 'console error'],
};

function page(body) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title><meta name="viewport" content="width=device-width"><link rel="icon" href="${PIXEL}"><link rel="stylesheet" href="/s.css"><script type="module" src="/s.js"></script></head><body><main><h1>Test</h1>${body}</main></body></html>`;
}

function facets(ticked) {
  return `<form><label><input type="checkbox" name="a" value="b"${ticked ? ' checked' : ''}>B</label><button>Go</button></form>`;
}

function answer(request, response) {
  const {pathname, searchParams} = new URL(request.url, 'http://x');
  const send = (status, type, text) => {
    const policy = pathname === '/loose' ? {} : {'content-security-policy': POLICY};
    response.writeHead(status, {'content-type': `${type}; charset=utf-8`, ...policy}).end(text);
  };
  if (pathname === '/s.css') return send(200, 'text/css', STYLE);
  if (pathname === '/s.js') return send(200, 'text/javascript', SCRIPT);
  if (pathname === '/loose') return send(200, 'text/html', page('<p>x</p>'));
  if (pathname === '/facets') return send(200, 'text/html', page(facets(searchParams.has('a'))));
  // A search page that writes what was asked without escaping it.
  if (pathname === '/search') return send(200, 'text/html', page(`<form><label>Words <input name="q" value="${searchParams.get('q')}"></label></form>`));
  if (!PLANTS[pathname]) return send(404, 'text/html', page('<p>Nothing here.</p>'));
  return send(200, 'text/html', page(PLANTS[pathname][0]));
}

async function trials(browser, base) {
  const page = (name, path, words, status) =>
    [name, words, () => check(browser, base, {path, status}, {brief: true})];
  const deed = (name, words, plan) => [name, words, () => perform(browser, base, plan)];
  const plan = [
    ...Object.entries(PLANTS).map(([path, [, words]]) => page(path, path, words)),
    page('/missing', '/missing', undefined, 404),
    page('/missing, wanted', '/missing', 'status 404 in the place of 200'),
    page('/loose', '/loose', 'no content security policy'),
    deed('search', 'dialog', {deed: 'words-stay-words', path: '/search', parameter: 'q'}),
    deed('facets', undefined, {deed: 'facets-work-without-scripts', path: '/facets', box: '[name=a]'}),
    deed('inert', undefined, {deed: 'page-stays-inert', path: '/good', shown: 'All is well'}),
    deed('not inert', 'lives: <script', {deed: 'page-stays-inert', path: '/inline-script', shown: 'x'}),
    deed('slash', '"/" leads to', {deed: 'slash-goes-to-search', path: '/good'}),
  ];
  return Promise.all(plan.map(async ([name, words, faults]) => [name, words, await faults()]));
}

const server = createServer(answer).listen(0, '127.0.0.1');
await new Promise((done) => server.once('listening', done));
const browser = await start();
let wrong = 0;
for (const [name, words, faults] of await trials(browser, `http://127.0.0.1:${server.address().port}`)) {
  const right = words ? faults.some((fault) => fault.includes(words)) : faults.length === 0;
  if (!right) wrong += 1;
  console.log(`${right ? 'ok    ' : 'WRONG '} ${name}: ${faults.length} faults, wanted ${words ?? 'none'}`);
  if (!right) faults.forEach((fault) => console.log(`       ${fault}`));
}
await browser.close();
server.close();
process.exitCode = wrong === 0 ? 0 : 1;
