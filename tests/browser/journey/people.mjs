// From the link of the first start to four people who are signed in.
import {Person} from './person.mjs';

async function setUp(journey) {
  const owner = await Person.of(journey, 'Olga Owner', 'olga');
  await owner.open(journey.link);
  await owner.fill({
    'Name of the organization': 'Example Certification Body', 'E-mail address': owner.address, Name: owner.name, Password: 'short',
  });
  await owner.refused('Set up');
  await owner.sees('The password is too short');
  await owner.fill({Password: owner.password});
  await owner.press('Set up');
  await owner.sees('Your role needs a second factor.');
  // Nothing of the desk is open before that.
  await owner.open('/desk');
  await owner.sees('Your role needs a second factor.');
  await owner.setUpApp();
  await owner.press('Make new codes');
  await owner.sees('They are shown this once');
  await owner.shot('recovery-codes');
  return owner;
}

// Makes an invitation on the page that is open and gives the link that it shows.
async function invite(owner, role) {
  await owner.window.getByLabel('Role', {exact: true}).selectOption({label: role});
  await owner.press('Make invitation');
  return owner.window.locator('.once code').innerText();
}

async function join(journey, link, name, address) {
  const person = await Person.of(journey, name, address);
  await person.open(link);
  await person.fill({'E-mail address': person.address, Name: person.name, Password: person.password});
  await person.press('Make account');
  await person.sees('Welcome.');
  return person;
}

// A passkey of a device that Chromium plays.
async function setUpPasskey(person) {
  const devices = await person.context.newCDPSession(person.window);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
    isUserVerified: true, automaticPresenceSimulation: true,
  }});
  await person.fill({'Name of the passkey, such as the device': 'Work laptop'});
  await person.press('Add passkey');
  await person.sees('The passkey is set up.');
  await person.window.getByRole('group').filter({hasText: person.name}).locator('summary').click();
  await person.press('Sign out');
  await person.open('/sign-in');
  await person.press('Sign in with a passkey');
  await person.sees('My work');
}

export async function gather(journey) {
  const owner = await setUp(journey);
  await owner.open('/organizations');
  await owner.fill({'Name of the organization': 'Contoso'});
  await owner.window.getByLabel('Kind', {exact: true}).selectOption({label: 'Publisher'});
  await owner.press('Make organization');
  const publisherLink = await invite(owner, 'publisher');
  await owner.open('/people');
  const analystLink = await invite(owner, 'analyst');
  await owner.shot('invitation');
  await owner.open('/people');
  const leadLink = await invite(owner, 'lead analyst');
  const publisher = await join(journey, publisherLink, 'Petra Publisher', 'petra');
  const analyst = await join(journey, analystLink, 'Anna Analyst', 'anna');
  await analyst.sees('Your role needs a second factor.');
  await analyst.setUpApp();
  const lead = await join(journey, leadLink, 'Lea Lead', 'lea');
  await setUpPasskey(lead);
  return {owner, publisher, analyst, lead};
}
