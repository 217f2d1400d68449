// Index of the search of the guide: one entry per section of a page, `[address, page, heading, text, language]`.

/** Longest text of an entry; sections that are longer are tables of values, which their start describes. */
const MAX_LENGTH = 700;

const ENTITIES = {'&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&', '&nbsp;': '\u00a0'};

/** Returns the text of HTML, without code blocks, scripts and controls. */
export const textOf = html =>
  html
    .replace(/<(pre|script|nav|summary|svg)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<\/?(?:code|a|em|strong|span|wbr)\b[^>]*>/g, '')
    .replace(/<\/t[dh]><t[dh]\b[^>]*>/g, ' · ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:lt|gt|quot|amp|nbsp);/g, entity => ENTITIES[entity])
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
    .slice(0, MAX_LENGTH);

/** Returns the entries of a page: its start, and each section with a heading. */
function sectionsOf(file, html) {
  const [, main] = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html);
  const language = /<main\b[^>]* lang="en"/.test(html) ? 'en' : /<html lang="(\w+)"/.exec(html)[1];
  const [first, ...rest] = main.split(/(?=<h[23] id=)/);
  const [heading, ...texts] = first.split('</h1>');
  const page = textOf(heading);
  return [
    [file, page, '', textOf(texts.join(' ')), language],
    ...rest.map(section => {
      const [, id, name] = /^<h[23] id="([^"]*)">([\s\S]*?)<\/h[23]>/.exec(section);
      const text = textOf(section.slice(section.indexOf('</h')));
      return [`${file}#${encodeURIComponent(id)}`, page, textOf(name), text, language];
    }),
  ];
}

/** Returns the entry of a page for developers: its start, and the names that it describes. */
function namesOf(file, html) {
  const [start, ...rest] = sectionsOf(file, html);
  const names = [...html.matchAll(/<th scope="row"><code>([^<]*)<\/code>/g)].map(
    ([, name]) => name,
  );
  return rest.length === 0 || names.length === 0
    ? [start, ...rest]
    : [[start[0], start[1], '', `${start[3]} ${[...new Set(names)].join(' ')}`.trim(), start[4]]];
}

/** Returns the index of pages by address, relative to the folder of the guide. */
export const searchIndex = pages =>
  [...pages].flatMap(([file, html]) =>
    file.startsWith('developers/') ? namesOf(file, html) : sectionsOf(file, html),
  );
