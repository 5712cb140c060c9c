// Enhancement only: passkeys, which no browser offers without a script. A form with data-passkey
// names where the question for the device comes from and where its answer goes.
const offered = typeof PublicKeyCredential !== 'undefined'
  && typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function';

const post = async (address, body) => {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(told.fault ?? '');
  return told;
};

// The answer has no more than the standard's own fields.
const credential = async (kind, asked) => (kind === 'new'
  ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
  : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) })
).then((made) => made.toJSON());

for (const form of document.querySelectorAll('[data-passkey]')) {
  if (!offered) continue;
  form.hidden = false;
  const status = form.querySelector('[role=status]');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    status.textContent = '';
    try {
      const asked = await post(form.dataset.ask);
      const answer = await credential(form.dataset.passkey, asked);
      const typed = Object.fromEntries(new FormData(form));
      const { next } = await post(form.dataset.answer, { ...typed, credential: answer });
      location.assign(next);
    } catch (error) {
      status.textContent = error.message && error.name === 'Error' ? error.message : form.dataset.failed;
    }
  });
}
