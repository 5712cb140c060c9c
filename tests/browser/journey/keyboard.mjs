// Going through a page with the keyboard alone. Wherever the focus comes, it can be seen.

const FAR = 250;

// Runs in the page: what has the focus, its name, and whether the focus can be seen.
function focused() {
  const own = document.activeElement;
  if (!own || own === document.body) return {name: ''};
  const text = (one) => (one?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const labels = [...own.labels ?? []].map(text).join(' ');
  const named = (own.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => text(document.getElementById(id))).join(' ');
  const isSeen = (one) => {
    const style = getComputedStyle(one);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  };
  return {
    name: own.getAttribute('aria-label') || labels || named.trim() || text(own) || own.name || own.id,
    what: own.outerHTML.slice(0, 120),
    isSeen: isSeen(own) || (own.closest('label') ? isSeen(own.closest('label')) : false),
  };
}

// Presses Tab until something with this name has the focus.
export async function tabTo(person, name) {
  const wanted = name instanceof RegExp ? name : new RegExp(`^${name}`);
  const met = [];
  for (let steps = 0; steps < FAR; steps += 1) {
    await person.window.keyboard.press('Tab');
    const now = await person.window.evaluate(focused);
    if (now.name !== '' && !now.isSeen) {
      person.faults.push(`the focus cannot be seen at ${new URL(person.window.url()).pathname}: ${now.what}`);
    }
    if (wanted.test(now.name)) return;
    met.push(now.name.slice(0, 30));
  }
  throw new Error(`Tab never comes to ${wanted}: ${[...new Set(met)].join(' | ')}`);
}

// Presses a key that leads to another page.
export async function go(person, key) {
  await Promise.all([person.window.waitForNavigation({waitUntil: 'load'}), person.window.keyboard.press(key)]);
}

export async function type(person, text) {
  await person.window.keyboard.type(text);
}
