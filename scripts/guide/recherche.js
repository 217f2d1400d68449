/* global document */
// Search of the guide, in the pages of the guide and in those for developers. The index is a file beside this script,
// requested when the field first has the focus; nothing is sent anywhere.

const MAX_RESULTS = 20;
/** Characters of a result's text, of which a third comes before the first match. */
const EXCERPT_LENGTH = 140;

const TEXTS = {
  fr: {
    heading: 'Résultats de la recherche',
    close: 'Revenir à la page',
    found: (total, shown) =>
      `${total} résultat${total > 1 ? 's' : ''}${total > shown ? `, dont les ${shown} premiers` : ''}`,
    none: words => `Aucun résultat pour «\u00a0${words}\u00a0».`,
    failed:
      'La recherche n’a pas pu être chargée. Toutes les pages sont dans la liste «\u00a0Le guide\u00a0».',
  },
  en: {
    heading: 'Search results',
    close: 'Back to the page',
    found: (total, shown) =>
      `${total} result${total > 1 ? 's' : ''}${total > shown ? `, first ${shown} shown` : ''}`,
    none: words => `No results for “${words}”.`,
    failed: 'The search could not be loaded. The list “All pages” has every page.',
  },
};

/** Returns a text without case and accents, of the same length for texts in composed form. */
export const fold = text =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();

const wordsOf = text =>
  [...new Set(fold(text).split(/[\s«»"“”,;:!?()]+/))].filter(word => word.length > 1);

/** Returns the points of a word in a text: most at its start, fewest within a word. */
const pointsIn = (text, word, most) => {
  const at = text.indexOf(word);
  if (at < 0) return 0;
  if (at === 0) return most;
  return /[^\p{L}\p{N}]/u.test(text[at - 1]) ? most * 0.75 : most / 2;
};

/**
 * Returns the entries that contain all words of a search, best first.
 *
 * @param index Entries `[address, page, heading, text, language]`.
 */
export function search(index, text, language) {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  return index
    .map(entry => {
      const [, page, heading, content, entryLanguage] = entry;
      const fields = [fold(heading || page), fold(page), fold(content)];
      const points = words.map(word =>
        [12, 8, 2].reduce((sum, most, i) => sum + pointsIn(fields[i], word, most), 0),
      );
      const total = points.reduce((sum, one) => sum + one, 0);
      return {entry, points: points.includes(0) ? 0 : total + Number(entryLanguage === language)};
    })
    .filter(({points}) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({entry}) => entry);
}

/** Splits the part of a text around the first match into pieces: `[text, isMatch]`. */
export function excerpt(text, words) {
  const folded = fold(text);
  const matches = wordsOf(words)
    .flatMap(word => [...folded.matchAll(new RegExp(escaped(word), 'g'))])
    .map(({index, 0: {length}}) => [index, index + length])
    .sort(([a], [b]) => a - b);
  const first = Math.max(0, (matches[0]?.[0] ?? 0) - EXCERPT_LENGTH / 3);
  const start = first === 0 ? 0 : text.indexOf(' ', first) + 1;
  const longest = start + EXCERPT_LENGTH;
  const end =
    text.length > longest ? Math.max(start + 1, text.lastIndexOf(' ', longest)) : text.length;
  const pieces = [[start > 0 ? '… ' : '', false]];
  let at = start;
  for (const [from, to] of matches)
    if (from >= at && to <= end) {
      pieces.push([text.slice(at, from), false], [text.slice(from, to), true]);
      at = to;
    }
  pieces.push([text.slice(at, end), false], [end < text.length ? ' …' : '', false]);
  return pieces.filter(([piece]) => piece);
}

const escaped = word => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function renderResult([address, page, heading, text, language], words, pageLanguage) {
  const link = element('a', '', heading || page);
  link.href = new URL(address, import.meta.url).href;
  const pieces = excerpt(text, words).map(([piece, isMatch]) =>
    isMatch ? element('mark', '', piece) : piece,
  );
  const item = element(
    'li',
    '',
    link,
    ...(heading ? [element('span', 'page', page)] : []),
    element('p', '', ...pieces),
  );
  if (language !== pageLanguage) item.lang = language;
  return item;
}

/** Starts the search of a page. Its results take the place of the text of the page until they are closed. */
function start(form) {
  const language = document.documentElement.lang === 'en' ? 'en' : 'fr';
  const texts = TEXTS[language];
  const main = document.querySelector('main');
  const field = form.querySelector('input');
  const status = element('p');
  status.setAttribute('role', 'status');
  const button = element('button', '', texts.close);
  button.type = 'button';
  const list = element('ol');
  const results = element('section', 'resultats', element('h1', '', texts.heading));
  results.lang = language;
  results.append(status, button, list);
  main.append(results);
  let loading;
  const load = () => {
    loading ??= fetch(new URL('recherche.json', import.meta.url)).then(response => {
      if (!response.ok) throw new Error(`${response.status}`);
      return response.json();
    });
    // After a failure, the next use of the field tries again.
    loading.catch(() => (loading = undefined));
    return loading;
  };
  const show = (message, items = []) => {
    main.classList.toggle('cherche', message !== '');
    status.textContent = message;
    list.replaceChildren(...items);
  };
  const update = async () => {
    const words = field.value.trim();
    if (wordsOf(words).length === 0) return show('');
    try {
      const found = search(await load(), words, language);
      if (field.value.trim() !== words) return;
      const shown = found.slice(0, MAX_RESULTS);
      show(
        found.length ? texts.found(found.length, shown.length) : texts.none(words),
        shown.map(entry => renderResult(entry, words, language)),
      );
    } catch {
      show(texts.failed);
    }
  };
  const close = () => {
    field.value = '';
    show('');
  };
  const links = () => [...list.querySelectorAll('a')];
  field.addEventListener('focus', () => void load().catch(() => {}));
  field.addEventListener('input', () => void update());
  form.addEventListener('submit', event => {
    event.preventDefault();
    void update().then(() => links()[0]?.click());
  });
  document.addEventListener('keydown', event => {
    const all = [field, ...links()];
    const at = all.indexOf(document.activeElement);
    const to = {ArrowDown: at + 1, ArrowUp: at - 1}[event.key];
    if (event.key === 'Escape' && main.classList.contains('cherche')) {
      close();
      field.focus();
    } else if (to === undefined || at < 0 || !all[to]) return;
    else all[to].focus();
    event.preventDefault();
  });
  button.addEventListener('click', () => {
    close();
    field.focus();
  });
  // A section of this very page: shown before the browser scrolls to it.
  list.addEventListener('click', ({target}) => {
    if (target.closest('a')?.pathname === document.location.pathname) close();
  });
  form.classList.add('prete');
}

if (typeof document !== 'undefined') start(document.querySelector('.recherche'));
