// Enhancement only: every page says and does the same with this file blocked.
const root = document.documentElement;
root.classList.add('scripted');

// Light or dark, kept in this browser.
const keep = {
  get() { try { return localStorage.getItem('theme'); } catch { return null; } },
  set(theme) { try { localStorage.setItem('theme', theme); } catch { /* private browsing */ } },
};
const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const showTheme = (theme) => {
  if (theme) root.dataset.theme = theme;
  const dark = (theme ?? (prefersDark.matches ? 'dark' : 'light')) === 'dark';
  for (const button of document.querySelectorAll('[data-theme-toggle]')) {
    button.setAttribute('aria-pressed', String(dark));
  }
  return dark;
};
showTheme(keep.get());
document.addEventListener('click', (event) => {
  if (event.target.closest('[data-theme-toggle]')) {
    const theme = showTheme(root.dataset.theme) ? 'light' : 'dark';
    keep.set(theme);
    showTheme(theme);
  }
  if (event.target.closest('[data-print]')) print();
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// "/" goes to the search field, Escape closes a menu.
document.addEventListener('keydown', (event) => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const field = [...document.querySelectorAll('[type=search]')].find((one) => one.offsetParent);
    if (field) { event.preventDefault(); field.focus(); }
  }
  if (event.key === 'Escape') {
    for (const menu of document.querySelectorAll('details.menu[open]')) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  }
});

// A filter over a table that is already complete.
for (const field of document.querySelectorAll('[data-filter]')) {
  const rows = [...document.querySelectorAll(`${field.dataset.filter} tbody tr`)];
  const count = document.querySelector(field.dataset.count);
  field.addEventListener('input', () => {
    const words = field.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      row.hidden = words !== '' && !row.textContent.toLowerCase().includes(words);
      if (!row.hidden) shown += 1;
    }
    if (count) count.textContent = `${shown}/${rows.length}`;
  });
}

// The section that is read is marked in the list of sections.
const links = [...document.querySelectorAll('.toc a')];
if (links.length > 0) {
  const mark = (id) => {
    for (const link of links) {
      if (link.hash === `#${id}`) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  const watcher = new IntersectionObserver((seen) => {
    for (const one of seen) if (one.isIntersecting) mark(one.target.id);
  }, { rootMargin: '-20% 0px -70% 0px' });
  for (const section of document.querySelectorAll('main section[id]')) watcher.observe(section);
}

// The language that a reader chooses is the one that addresses without a language lead to.
document.addEventListener('click', (event) => {
  const chosen = event.target.closest('a[data-offer], [data-offers] a');
  if (chosen?.hreflang) {
    document.cookie = `language=${chosen.hreflang}; path=/; max-age=31536000; samesite=lax`;
  }
});

// A reader whose browser asks for another of our languages is told, in that language.
const here = root.dataset.language;
const wanted = navigator.languages.map((one) => one.toLowerCase());
const offers = [...document.querySelectorAll('[data-offer]')];
const matches = (one) => wanted.find((tag) => tag === one.hreflang.toLowerCase()
  || tag.split('-')[0] === one.hreflang.toLowerCase().split('-')[0]);
const best = offers.filter(matches)
  .sort((a, b) => wanted.indexOf(matches(a)) - wanted.indexOf(matches(b)))[0];
const banner = document.querySelector('[data-offers]');
if (here && best && banner && best.hreflang !== here) {
  const link = document.createElement('a');
  Object.assign(link, {
    href: best.href, hreflang: best.hreflang, lang: best.hreflang, textContent: best.dataset.offer,
  });
  banner.append(link);
  banner.hidden = false;
}

// At most four apps are compared: the fifth box cannot be ticked.
const picks = [...document.querySelectorAll('.pick input')];
if (picks.length > 0) {
  const limit = () => {
    const full = picks.filter((one) => one.checked).length >= 4;
    for (const one of picks) one.disabled = full && !one.checked;
  };
  for (const one of picks) one.addEventListener('change', limit);
  limit();
}
