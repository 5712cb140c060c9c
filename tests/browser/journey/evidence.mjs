// The publisher gathers evidence, in every way that the page offers, and hands it in.
import {drop, file, paste, picture} from './files.mjs';

const day = () => new Date().toISOString().slice(0, 10);

// Controls whose evidence is one file, with the figures that they ask for.
const PLAIN = [
  ['BASE-ACC-02', {}],
  ['BASE-ACC-03', {reviewed: day()}],
  ['BASE-TRN-01', {}],
  ['BASE-DEP-01', {}],
  ['BASE-BAK-01', {restored: day()}],
];

// The row of a file that is on its way or there.
function row(person, name) {
  return person.window.locator('.upload').filter({hasText: name}).last();
}

// Fills in what is said of a file, once it is there.
async function describe(person, name, {form = 'Document', figures = {}, ticks = []} = {}) {
  const own = row(person, name);
  await own.getByText('The file is there.').waitFor();
  await own.getByLabel('Form', {exact: true}).selectOption({label: form});
  await own.getByLabel('Captured on').fill(day());
  for (const [words, value] of Object.entries(figures)) {
    await own.getByLabel(new RegExp(words, 'i')).first().fill(String(value));
  }
  for (const tick of ticks) await own.getByLabel(tick).check();
  return own;
}

async function add(person, name, said) {
  const own = await describe(person, name, said);
  await person.press('Add evidence', own);
  await person.sees('The evidence is added.');
}

export async function handIn(person) {
  await person.press('Hand in for review');
  await person.sees('Handed in for review.');
}

async function several(publisher, at) {
  await publisher.open(`${at}/controls/BASE-ACC-01`);
  await publisher.window.locator('[data-pick]').setInputFiles([
    file('policy-export.txt', 'Second factor: everybody.\n'), file('accounts.txt', 'anna: second factor\nolga: second factor\n'),
  ]);
  await describe(publisher, 'policy-export.txt', {form: 'Export of a tool'});
  await publisher.shot('several-files');
  await row(publisher, 'policy-export.txt').getByRole('button', {name: 'Add evidence'}).click();
  await publisher.sees('Added: policy-export.txt');
  await add(publisher, 'accounts.txt', {form: 'Export of a tool'});
  if (await publisher.window.locator('article.piece').count() !== 2) throw new Error('two files are not two pieces of evidence');
  await handIn(publisher);
}

async function dropped(publisher, at) {
  await publisher.open(`${at}/controls/BASE-CHG-01`);
  await drop(publisher.window, '[data-drop]', [file('branch-rules.txt', 'main: one approval by somebody else\n')]);
  await add(publisher, 'branch-rules.txt', {form: 'Export of a tool'});
  await handIn(publisher);
}

async function pasted(publisher, at) {
  await publisher.open(`${at}/controls/BASE-LOG-01`);
  await paste(publisher, picture());
  await add(publisher, 'screenshot-', {form: 'Screenshot', figures: {'days kept': 180}, ticks: [/time/i]});
  await publisher.window.locator('article.piece img').scrollIntoViewIfNeeded();
  await publisher.window.waitForFunction(() => document.querySelector('article.piece img').naturalWidth > 0);
  await publisher.shot('screenshot');
  await handIn(publisher);
}

// The second piece of a file is cut on its way; the upload goes on where it stopped.
async function cut(publisher, at) {
  const sent = [];
  let cuts = 1;
  await publisher.window.route('**/uploads/*', async (route) => {
    const request = route.request();
    if (request.method() !== 'PATCH') return route.continue();
    const offset = Number(await request.headerValue('upload-offset'));
    sent.push(offset);
    if (offset > 0 && cuts > 0) { cuts -= 1; return route.abort('connectionreset'); }
    return route.continue();
  });
  await publisher.open(`${at}/controls/BASE-PAT-01`);
  const text = 'web-01 openssl 3.0.17 is current\n'.repeat(80_000);
  await publisher.window.locator('[data-pick]').setInputFiles(file('updates.txt', text));
  await publisher.sees('The connection was cut.');
  await row(publisher, 'updates.txt').getByText('The file is there.').waitFor();
  await publisher.window.unroute('**/uploads/*');
  if (sent.join() !== '0,1048576,1048576,2097152') throw new Error(`pieces were sent from ${sent.join()}`);
  publisher.faults.splice(0, publisher.faults.length,
    ...publisher.faults.filter((fault) => !fault.includes('ERR_CONNECTION_RESET')));
  await add(publisher, 'updates.txt', {form: 'Export of a tool', ticks: [/web-0/]});
  await handIn(publisher);
}

// What is not wanted is refused with a reason, and the row can be taken away.
async function refused(publisher, at) {
  await publisher.open(`${at}/controls/BASE-ACC-02`);
  await publisher.window.locator('[data-pick]').setInputFiles(file('tool.exe', 'MZ\u0000\u0000 a program', 'application/octet-stream'));
  await row(publisher, 'tool.exe').getByText('are not accepted').waitFor();
  await publisher.shot('refused-file');
  await row(publisher, 'tool.exe').getByRole('button', {name: 'Cancel'}).click();
  await publisher.window.locator('.upload').waitFor({state: 'detached'});
  const at4xx = publisher.faults.findIndex((fault) => /^console error: .*\b4\d\d\b/.test(fault));
  if (at4xx < 0) throw new Error('a program was not refused');
  publisher.faults.splice(0, publisher.faults.length, ...publisher.faults.filter((fault) => !/\b4\d\d\b.*(uploads|status of)|status of 4/.test(fault)));
}

// What the publisher does not have is said, not shown.
async function absent(publisher, at) {
  await publisher.open(`${at}/controls/BASE-BAK-02`);
  await publisher.window.getByText('This is not in place').click();
  await publisher.window.locator('#absent').fill('Backups are restored instead.');
  await publisher.press('Declare not in place');
  await publisher.sees('Declared not in place.');
}

export async function gatherEvidence({publisher}, at) {
  await several(publisher, at);
  await dropped(publisher, at);
  await pasted(publisher, at);
  await cut(publisher, at);
  await refused(publisher, at);
  await absent(publisher, at);
  for (const [control, figures] of PLAIN) {
    await publisher.open(`${at}/controls/${control}`);
    await publisher.window.locator('[data-pick]').setInputFiles(file(`${control}.txt`, `What was done for ${control}.\n`));
    await add(publisher, `${control}.txt`, {figures});
    await handIn(publisher);
  }
}
