// The analyst reviews with keys; the publisher answers what was sent back, with the keyboard alone.
import {file} from './files.mjs';
import {go, tabTo, type} from './keyboard.mjs';

const BACK = 'BASE-TRN-01';
const WHY = 'Show the training of everybody who joined this year.';

// Goes through the queue: one control is sent back, all others are approved.
async function keys(analyst) {
  const {window} = analyst;
  await analyst.open('/desk');
  await tabTo(analyst, /^Review 9 controls/);
  await go(analyst, 'Enter');
  // Keys do nothing while they are turned off.
  await tabTo(analyst, /Single keys are on/);
  await window.keyboard.press('Space');
  const before = window.url();
  await window.locator('h1').click();
  await window.keyboard.press('j');
  if (window.url() !== before) throw new Error('a key does something while keys are off');
  await window.locator('[data-keys-on]').focus();
  await window.keyboard.press('Space');
  await window.keyboard.press('?');
  for (let count = 0; count < 9; count += 1) {
    const control = new URL(window.url()).pathname.split('/').pop();
    await window.evaluate(() => document.activeElement.blur());
    if (control !== BACK) { await go(analyst, 'a'); continue; }
    await window.keyboard.press('e');
    if (await window.evaluate(() => document.activeElement.id) !== 'evidence') throw new Error('"e" does not lead to the evidence');
    await window.keyboard.press('r');
    await type(analyst, WHY);
    await tabTo(analyst, /^Request revision/);
    await go(analyst, 'Enter');
  }
}

async function firstRound(analyst, publisher, at) {
  await keys(analyst);
  await analyst.sees('Pending (9)');
  await analyst.shot('review');
  // Nothing of it is seen before it is sent.
  await publisher.open(`${at}/controls/${BACK}`);
  if ((await publisher.window.locator('main').innerText()).includes(WHY)) throw new Error('the publisher sees a pending verdict');
  await analyst.open(`${at}/review/${BACK}`);
  await analyst.window.getByLabel('Begin a new conversation').fill('Ask the lead whether contractors count.');
  await analyst.press('Keep internal');
  await analyst.sees('Kept as an internal note.');
  await analyst.press('Send the review');
  await analyst.sees('The review is sent.');
}

// Adds a newer version and hands it in again, without a pointer.
async function answer(publisher, at) {
  const {window} = publisher;
  await publisher.open('/desk');
  await publisher.sees('Hand in evidence and answer what was sent back');
  await publisher.open(`${at}/controls/${BACK}`);
  await publisher.sees(WHY);
  if ((await window.locator('main').innerText()).includes('contractors')) throw new Error('the publisher sees an internal note');
  await tabTo(publisher, /^Newer version/);
  await go(publisher, 'Enter');
  await tabTo(publisher, /^Choose files/);
  const [chooser] = await Promise.all([window.waitForEvent('filechooser'), window.keyboard.press('Space')]);
  await chooser.setFiles(file('training-all.txt', 'Everybody who joined this year was trained.\n'));
  await publisher.sees('The file is there.');
  await tabTo(publisher, /^Captured on/);
  const today = new Date().toISOString().slice(0, 10).split('-');
  await type(publisher, `${today[1]}${today[2]}${today[0]}`);
  await tabTo(publisher, /^Add evidence/);
  await go(publisher, 'Enter');
  await publisher.sees('Version 2');
  await tabTo(publisher, /^What changed, for the analyst/);
  await type(publisher, 'The list names everybody now.');
  await tabTo(publisher, /^Hand in/);
  await go(publisher, 'Enter');
  await publisher.sees('Handed in for review.');
  await publisher.shot('handed-in-again');
}

async function secondRound(analyst, publisher, at) {
  await analyst.open(`${at}/controls/${BACK}`);
  await analyst.sees('Handed in 2 times');
  await analyst.sees('The list names everybody now.');
  await analyst.window.getByLabel('Begin a new conversation').fill('Thank you, that is all of them.');
  await analyst.press('Send to publisher');
  await analyst.window.getByLabel('Approve', {exact: true}).check();
  await analyst.press('Give the verdict now');
  await analyst.sees('The verdict is given.');
  await publisher.open(`${at}/controls/${BACK}`);
  await publisher.sees('Thank you, that is all of them.');
  await publisher.sees('Approved');
}

export async function review({analyst, publisher}, at) {
  await firstRound(analyst, publisher, at);
  await answer(publisher, at);
  await secondRound(analyst, publisher, at);
}
