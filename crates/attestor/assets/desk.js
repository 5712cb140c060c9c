// What the desk's pages do more with a script; every page works without it.
// Nothing is written as HTML: texts only, in elements that are made here or stand in the page.

const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
const make = (name, given = {}, ...children) => {
  const element = Object.assign(document.createElement(name), given);
  element.append(...children);
  return element;
};
const isTyping = () => /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '')
  && !/^(checkbox|radio|button|submit)$/.test(document.activeElement.type);

// A form that came back shows why first.
$('#not-done')?.focus();

// On a narrow screen the ways between the pages scroll: the one that is open is in view.
const ways = $('.casenav ul');
const here = ways && $('[aria-current]', ways);
if (here) {
  const far = here.getBoundingClientRect().left - ways.getBoundingClientRect().left;
  ways.scrollLeft += far - (ways.clientWidth - here.offsetWidth) / 2;
}

// ---------- The list of controls: families without a row go, ticked ones are counted. ----------
const filter = $('[data-filter=".controls"]');
filter?.addEventListener('input', () => {
  for (const family of $$('.family')) {
    family.hidden = $$('tbody tr', family).every((row) => row.hidden);
  }
});
const picked = $('[data-picked]');
if (picked) {
  const boxes = $$('input[name="control"]');
  const tell = () => {
    const count = boxes.filter((box) => box.checked).length;
    picked.textContent = count > 0 ? `${count} ${picked.dataset.picked}` : '';
  };
  for (const box of boxes) box.addEventListener('change', tell);
  tell();
}

// ---------- Evidence: several files, each with its own form, sent in pieces. ----------
const PIECE = 1 << 20;
const TRIES = 8;
const wait = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** One file on its way, in pieces; after a cut it asks how far it came and goes on. */
class Upload {
  constructor(base, file, tell) {
    Object.assign(this, { base, file, tell, url: '', offset: 0, stop: new AbortController() });
  }

  async ask(method, url, options = {}) {
    return fetch(url, { method, credentials: 'same-origin', signal: this.stop.signal, ...options });
  }

  async refusal(answer) {
    const problem = await answer.json().catch(() => ({}));
    const error = new Error(problem.detail ?? problem.title ?? String(answer.status));
    error.final = answer.status < 500 && answer.status !== 409 && answer.status !== 429;
    error.refused = [413, 415, 422].includes(answer.status);
    return error;
  }

  async begin() {
    const body = JSON.stringify({ name: this.file.name, size_bytes: this.file.size });
    const headers = { 'Content-Type': 'application/json' };
    const answer = await this.ask('POST', this.base, { body, headers });
    if (!answer.ok) throw await this.refusal(answer);
    const { id, offset } = await answer.json();
    this.url = `${this.base}/${id}`;
    this.offset = offset ?? 0;
  }

  async piece() {
    const body = this.file.slice(this.offset, this.offset + PIECE);
    const headers = {
      'Upload-Offset': String(this.offset), 'Content-Type': 'application/octet-stream',
    };
    const answer = await this.ask('PATCH', this.url, { body, headers });
    if (!answer.ok) throw await this.refusal(answer);
    this.offset = Number(answer.headers.get('Upload-Offset') ?? this.offset + body.size);
    this.tell(this.offset / Math.max(1, this.file.size));
  }

  async resume() {
    const answer = await this.ask('GET', this.url);
    if (!answer.ok) throw await this.refusal(answer);
    this.offset = (await answer.json()).offset;
  }

  async finish() {
    const answer = await this.ask('POST', `${this.url}/finish`);
    if (!answer.ok) throw await this.refusal(answer);
    return answer.json();
  }

  async step() {
    if (this.url === '') return this.begin();
    if (this.cut) { await this.resume(); this.cut = false; }
    if (this.offset < this.file.size) return this.piece();
    return this.finish();
  }

  /** Sends all of it; `cut` is called at each interruption. */
  async run(cut) {
    for (let tries = 0; ;) {
      try {
        const done = await this.step();
        if (done) return done;
        tries = 0;
      } catch (error) {
        if (error.name === 'AbortError' || error.final || tries >= TRIES) throw error;
        tries += 1;
        this.cut = this.url !== '';
        cut();
        await wait(Math.min(30_000, 500 * 2 ** tries));
      }
    }
  }

  cancel() {
    this.stop.abort();
    if (this.url) fetch(this.url, { method: 'DELETE', credentials: 'same-origin' }).catch(() => {});
  }
}

const offer = $('[data-offer-form]');
const drop = $('[data-drop]');
if (offer && drop && !$('input[name="digest"]', offer)) {
  const words = (name) => offer.dataset[`words${name[0].toUpperCase()}${name.slice(1)}`];
  const rows = $('[data-rows]');
  const live = $('[data-say]');
  const say = (text) => { live.textContent = text; };
  const section = offer.closest('section');
  let number = 0;
  let unfinished = 0;
  let last = '';

  // The form of the page is the pattern; with a script, each file gets a copy of it.
  drop.hidden = false;
  offer.hidden = true;

  const copyOfForm = (file, isScreenshot) => {
    number += 1;
    const form = offer.cloneNode(true);
    form.hidden = false;
    $('[data-file]', form).remove();
    for (const one of $$('[id]', form)) one.id = `${one.id}-${number}`;
    for (const one of $$('label[for]', form)) one.htmlFor = `${one.htmlFor}-${number}`;
    if (isScreenshot) {
      const choices = $('select[name="form"]', form);
      const known = [...choices.options].find((one) => one.value === 'screenshot');
      if (known) choices.value = 'screenshot';
      $('input[name="captured"]', form).value = offer.dataset.today;
    } else if (file.lastModified) {
      const day = new Date(file.lastModified).toISOString().slice(0, 10);
      if (day <= offer.dataset.today) $('input[name="captured"]', form).value = day;
    }
    return form;
  };

  const leave = () => {
    unfinished -= 1;
    if (unfinished === 0 && last) {
      const address = last;
      last = '';
      if (address.split('#')[0] === location.pathname + location.search) {
        location.hash = address.split('#')[1];
        location.reload();
      } else location.assign(address);
    }
  };

  const hand = async (form, row, fault) => {
    fault.textContent = '';
    const headers = { Accept: 'application/json' };
    const body = new FormData(form);
    try {
      const answer = await fetch(form.action, { method: 'POST', body, headers, credentials: 'same-origin' });
      const told = await answer.json();
      if (!answer.ok) { fault.textContent = told.text; fault.focus(); return; }
      last = told.address;
      say(`${words('added')}: ${body.get('name')}`);
      row.replaceChildren(make('p', { className: 'small' }, `${words('added')}: `, make('strong', { textContent: body.get('name') })));
      leave();
    } catch { fault.textContent = words('cut'); fault.focus(); }
  };

  const add = async (file, isScreenshot = false) => {
    unfinished += 1;
    const progress = make('progress', { max: 1, value: 0 });
    progress.setAttribute('aria-label', file.name);
    const state = make('span', { className: 'muted', textContent: words('sending') });
    const cancel = make('button', { type: 'button', className: 'btn', textContent: words('cancel') });
    const fault = make('p', { className: 'fault', tabIndex: -1 });
    const form = copyOfForm(file, isScreenshot);
    const send = $('button[type="submit"]', form);
    send.disabled = true;
    const row = make('li', { className: 'upload', tabIndex: -1 },
      make('div', { className: 'bar-row' }, make('strong', { textContent: file.name }), progress, state, cancel),
      fault, form);
    rows.append(row);
    row.focus();
    say(`${words('sending')}: ${file.name}`);
    let half = false;
    const upload = new Upload(offer.dataset.uploads, file, (part) => {
      progress.value = part;
      state.textContent = `${Math.floor(part * 100)} %`;
      if (part >= 0.5 && !half) { half = true; say(`${file.name}: 50 %`); }
    });
    cancel.addEventListener('click', () => {
      upload.cancel();
      row.remove();
      say(`${words('cancelled')}: ${file.name}`);
      $('[data-pick]').focus();
      leave();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!send.disabled) hand(form, row, fault);
    });
    const go = async () => {
      try {
        const done = await upload.run(() => { state.textContent = words('cut'); say(`${file.name}: ${words('cut')}`); });
        form.append(make('input', { type: 'hidden', name: 'digest', value: done.digest }));
        form.append(make('input', { type: 'hidden', name: 'name', value: done.name ?? file.name }));
        progress.value = 1;
        state.textContent = words('there');
        send.disabled = false;
        say(`${file.name}: ${words('there')}`);
      } catch (error) {
        if (error.name === 'AbortError') return;
        fault.textContent = error.message;
        state.textContent = '';
        say(`${file.name}: ${error.message}`);
        // What is refused for good is refused again: another file is wanted, not another try.
        if (error.refused) { form.hidden = true; fault.focus(); return; }
        const again = make('button', { type: 'button', className: 'btn', textContent: words('again') });
        again.addEventListener('click', () => { again.remove(); fault.textContent = ''; upload.url = ''; upload.offset = 0; upload.cut = false; go(); });
        fault.after(again);
      }
    };
    go();
  };

  $('[data-pick]').addEventListener('change', (event) => {
    for (const file of event.target.files) add(file);
    event.target.value = '';
  });
  const isFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
  for (const kind of ['dragenter', 'dragover']) {
    section.addEventListener(kind, (event) => {
      if (!isFiles(event)) return;
      event.preventDefault();
      drop.classList.add('over');
    });
  }
  section.addEventListener('dragleave', (event) => {
    if (!section.contains(event.relatedTarget)) drop.classList.remove('over');
  });
  section.addEventListener('drop', (event) => {
    if (!isFiles(event)) return;
    event.preventDefault();
    drop.classList.remove('over');
    for (const file of event.dataTransfer.files) add(file);
  });
  document.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])].filter((one) => one.type.startsWith('image/'));
    if (files.length === 0) return;
    event.preventDefault();
    for (const file of files) {
      const ending = file.type.split('/')[1].replace('jpeg', 'jpg');
      const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
      add(new File([file], `${words('screenshot')}-${time}.${ending}`, { type: file.type }), true);
    }
  });
  addEventListener('beforeunload', (event) => { if (unfinished > 0 && rows.querySelector('form')) event.preventDefault(); });
}

// ---------- Review mode: single keys, which can be turned off (WCAG 2.1.4). ----------
const review = $('[data-review]');
if (review) {
  const box = $('[data-keys-on]');
  const kept = { get() { try { return localStorage.getItem('keys'); } catch { return null; } },
    set(value) { try { localStorage.setItem('keys', value); } catch { /* private browsing */ } } };
  box.checked = kept.get() !== 'off';
  box.addEventListener('change', () => kept.set(box.checked ? 'on' : 'off'));
  const verdict = (word) => () => {
    const button = $(`button[name="verdict"][value="${word}"]`);
    const reason = $('#reason');
    // Only an approval needs no reason: the key leads to the field first.
    if (word !== 'approved' && reason.value.trim() === '') { reason.focus(); reason.required = true; return; }
    button?.click();
  };
  const open = (selector) => () => { const one = $(selector); one?.scrollIntoView({ block: 'start' }); one?.focus(); };
  const keys = {
    j: () => $('a[rel="next"]')?.click(), k: () => $('a[rel="prev"]')?.click(),
    a: verdict('approved'), r: verdict('revision-requested'), n: verdict('not-applicable'), f: verdict('failed'),
    c: open('[data-comment]'), e: open('#evidence'), '?': open('[data-keys-on]'),
  };
  document.addEventListener('keydown', (event) => {
    if (!box.checked || isTyping() || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  $('#reason')?.addEventListener('input', (event) => { event.target.required = false; });
  for (const button of $$('button[name="verdict"]')) {
    button.addEventListener('click', () => { $('#reason').required = button.value !== 'approved' && button.value !== 'external'; });
  }
}

// One more row, like the last one and empty.
for (const button of document.querySelectorAll("[data-add-row]")) {
  button.addEventListener("click", () => {
    const body = button.closest("form").querySelector("[data-rows] tbody");
    const last = body.lastElementChild;
    const row = last.cloneNode(true);
    const number = body.children.length + 1;
    for (const field of row.querySelectorAll("input, select")) {
      field.setAttribute("aria-label", field.getAttribute("aria-label").replace(/\d+$/, number));
      if (field.tagName === "INPUT") field.value = "";
    }
    body.append(row);
    row.querySelector("input").focus();
  });
}

// A file of text goes into the field beside it, where it can be read before it is sent.
for (const input of document.querySelectorAll("[data-into]")) {
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (file) document.getElementById(input.dataset.into).value = await file.text();
    input.value = "";
  });
}
