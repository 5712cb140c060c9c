// From an open case to the window for evidence: gates, scope, documents.
import {file} from './files.mjs';

const APP = 'Contoso Notes';

async function open(publisher) {
  await publisher.open('/desk');
  await publisher.follow('Cases');
  await publisher.follow('Open a case');
  await publisher.fill({'Name of the app': APP, 'Publisher, as the store shows it': 'Contoso'});
  await publisher.window.getByLabel('Program', {exact: true}).selectOption({label: 'Small team baseline'});
  await publisher.window.getByLabel('Kind of app', {exact: true}).selectOption({label: 'Web app (SaaS)'});
  await publisher.press('Open a case');
  await publisher.sees('The case is open.');
  return new URL(publisher.window.url()).pathname.replace(/\/start$/, '');
}

async function passGates({publisher, analyst, lead}, at) {
  await publisher.window.getByText('Answer the questions that decide').click();
  for (const one of await publisher.window.locator('fieldset.ask').all()) {
    await one.getByLabel('No', {exact: true}).check();
  }
  await publisher.press('Hand in', publisher.card('Hand in the attestation').locator('details').filter({hasText: 'Answer the questions'}));
  await publisher.sees('In review');
  await publisher.window.getByLabel('I accept the terms for my organization.').check();
  await publisher.press('Accept the terms');
  // Too early: the page says what is lacking.
  await publisher.refused('Start the certification');
  await publisher.sees('This was not done');
  await lead.open(at);
  await lead.window.getByLabel('Give the case to').selectOption({label: analyst.name});
  await lead.press('Assign');
  await analyst.open('/desk');
  await analyst.follow(APP);
  await analyst.follow(/^Start\b/);
  await analyst.press('Accept the attestation');
  await analyst.window.getByLabel('Cannot be asked of this app').check();
  await analyst.fill({'Why it cannot be asked': 'The app is no client of an identity platform.'});
  await analyst.press('Record the verification');
  await publisher.open(`${at}/start`);
  await publisher.sees('Everything is ready');
  await publisher.press('Start the certification');
  await publisher.sees('Done.');
}

async function describe(publisher, at) {
  await publisher.open(`${at}/scope`);
  const environments = publisher.card('Environments').locator('tbody tr').first();
  await environments.getByLabel(/^Name/).fill('Live platform');
  await environments.getByLabel(/^Hosting/).selectOption({label: 'Cloud platform'});
  await publisher.press('Save', publisher.card('Environments'));
  await publisher.press(/^Yes/, publisher.card('What only the publisher knows'));
  await publisher.window.locator('#inventory input[type=file]').setInputFiles(file('inventory.csv',
    'id,environment,operating_system,function,device_type,location\nweb-01,live-platform,Debian 12,web,virtual machine,Lisbon\nweb-02,live-platform,Debian 12,web,virtual machine,Lisbon\n'));
  await publisher.window.waitForFunction(() => document.querySelector('#inventory-text').value.includes('web-02'));
  await publisher.press('Take the inventory');
  await publisher.sees('2 components');
  await publisher.shot('scope');
}

async function handInDocuments({publisher, analyst}, at) {
  await publisher.open(`${at}/documents`);
  for (const [title, name] of [['App description', 'description.txt'], ['Data map', 'data-map.txt']]) {
    const row = publisher.window.locator('.papers > li').filter({has: publisher.window.getByRole('heading', {name: title})});
    await row.getByLabel('File').setInputFiles(file(name, `${title} of ${APP}.\n`));
    await publisher.press(/^Add/, row);
    await publisher.sees('The document is there.');
  }
  await publisher.shot('documents');
  await publisher.press('Hand in the documents');
  await publisher.sees('The analyst has the next move.');
  await analyst.open('/desk');
  await analyst.follow('Review the initial documents');
  await analyst.press('Accept the documents');
  await analyst.sees('the window for evidence is open');
}

export async function begin(people) {
  const at = await open(people.publisher);
  await passGates(people, at);
  await describe(people.publisher, at);
  await handInDocuments(people, at);
  return at;
}
