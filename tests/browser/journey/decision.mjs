// The analyst proposes with the keyboard alone, a second person confirms, the publisher reads the letter.
import {go, tabTo, type} from './keyboard.mjs';

async function complete(publisher) {
  await publisher.open('/desk');
  await publisher.follow('Contoso Notes');
  await publisher.follow('Say that all evidence is in');
  await publisher.press('Say that all evidence is in');
  await publisher.sees('All evidence is in.');
}

async function propose(analyst) {
  await analyst.open('/desk');
  await tabTo(analyst, /^Propose a decision/);
  await go(analyst, 'Enter');
  await tabTo(analyst, /^No interest/);
  await analyst.window.keyboard.press('Space');
  await tabTo(analyst, /^Declare/);
  await go(analyst, 'Enter');
  await tabTo(analyst, /^Certify the app/);
  await analyst.window.keyboard.press('Space');
  await tabTo(analyst, /^Words for the letter/);
  await type(analyst, 'A careful small team.');
  await tabTo(analyst, /^Preview the letter/);
  await go(analyst, 'Enter');
  await analyst.sees('This is the letter that the proposal makes');
  await analyst.shot('letter-preview');
  await tabTo(analyst, /^Propose this decision/);
  await go(analyst, 'Enter');
  await analyst.sees('It is the turn of a second person');
}

async function confirm(lead, at) {
  await lead.open('/desk');
  await lead.open(`${at}/decision`);
  await lead.sees('Declare first whether you have an interest');
  await lead.window.getByLabel('No interest.').check();
  await lead.press('Declare');
  await lead.press('Confirm the decision');
  await lead.sees('The app is certified');
}

async function read(publisher, at) {
  await publisher.open('/desk/cases?stage=certified');
  await publisher.follow('Contoso Notes');
  await publisher.sees('This app is certified');
  await publisher.follow('Decision');
  await publisher.follow('Read the letter');
  await publisher.sees('A careful small team.');
  await publisher.sees('Lea Lead');
  const paper = await publisher.window.pdf({format: 'A4'});
  if (paper.length < 10_000) throw new Error(`the letter prints ${paper.length} bytes`);
  await publisher.shot('letter');
  await publisher.open(`${at}/record`);
  await publisher.sees('Confirmed the decision');
}

export async function decide({analyst, lead, publisher}, at) {
  await complete(publisher);
  await propose(analyst);
  await confirm(lead, at);
  await read(publisher, at);
}
