// Converts the French texts of docs/ to HTML pages in the style of the demo. The build writes them to dist/guide/.
import {copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join, posix} from 'node:path';
import {root} from '../setup.mjs';
import {componentNames, componentPages} from './components.mjs';
import {renderGuidePage} from './guide-page.mjs';
import {escaped, outlineOf} from './html.mjs';
import {searchIndex} from './search-index.mjs';

const HOME = 'docs/guide/LISEZMOI.md';
/** Written in English, but included for authors of data. */
const OF_DATA = 'docs/api.md';
/** Names of pages in lists, if the heading is not clear enough. */
const NAMES = {[HOME]: 'Accueil du guide', 'LISEZMOI.md': 'Le projet en bref'};

const read = path => readFileSync(join(root, path), 'utf8');
const count = (text, words) => text.match(words)?.length ?? 0;
const isFrench = text =>
  count(text, /\b(?:le|la|les|des|du|une|est)\b/g) > count(text, /\b(?:the|of|is|and)\b/g);

/** Returns the anchor of a heading, in the style of code forges. */
export const anchor = heading =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replace(/ /g, '-');

/** Returns the Markdown sources of the pages, by path. */
const texts = () =>
  new Map(
    [
      'LISEZMOI.md',
      ...readdirSync(join(root, 'docs'), {recursive: true, encoding: 'utf8'})
        .map(name => `docs/${name.replaceAll('\\', '/')}`)
        .sort(),
    ]
      .filter(path => path.endsWith('.md'))
      .map(path => [path, read(path)])
      .filter(([path, text]) => path === OF_DATA || isFrench(text)),
  );

/** Returns the path of a page in the folder of the guide. */
const fileOf = path =>
  path
    .replace(/^docs\/(?:guide\/)?/, '')
    .replace(/(^|\/)LISEZMOI\.md$/, path === 'LISEZMOI.md' ? 'lisezmoi.html' : '$1index.html')
    .replace(/\.md$/, '.html');

const titleOf = text => (/^# (.*)$/m.exec(text)?.[1] ?? '').replace(/[`*]/g, '');

/** Returns the first sentences, up to the length shown by search engines. */
const descriptionOf = text => {
  const [, first = ''] = /^(?!#|!|\||```)(\S.*)$/m.exec(text.replace(/^# .*$/m, '')) ?? [];
  const plain = first.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*`]/g, '');
  return plain.length > 160 ? `${plain.slice(0, 150).replace(/\s\S*$/, '')}…` : plain;
};

/**
 * Returns width and height of a PNG or WebP picture (WebP as written by browsers), so that the layout does not shift
 * when it loads.
 */
export const sizeOf = path => {
  const bytes = readFileSync(join(root, path));
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'IHDR') return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (kind === 'VP8 ') return [bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff];
  if (kind === 'VP8X') return [bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1];
  throw new Error(`${path} is neither a PNG nor a WebP of one picture.`);
};

/**
 * Returns the Markdown renderer of a text. Adds its pictures to `pictures`.
 *
 * @param here Page that shows the text, by default its own.
 */
function createRenderer(path, pages, pictures, here = fileOf(path)) {
  const from = posix.dirname(path);
  const relative = file => posix.relative(posix.dirname(here), file) || posix.basename(file);
  let tables = 0;
  return {
    heading({tokens, depth, text}) {
      const id = anchor(text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
      return `<h${depth} id="${escaped(id)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    code({text}) {
      return `<pre class="code"><code>${escaped(text)}</code></pre>\n`;
    },
    html({text}) {
      return escaped(text);
    },
    image({href, text}) {
      const source = posix.join(from, href);
      const file = source.replace(/^docs\//, '');
      pictures.set(source, file);
      const [width, height] = sizeOf(source);
      return `<img src="${relative(file)}" alt="${escaped(text)}" width="${width}" height="${height}" loading="lazy">`;
    },
    link({href, tokens}) {
      const text = this.parser.parseInline(tokens);
      if (/^(?:https?:|mailto:|#)/.test(href)) return `<a href="${escaped(href)}">${text}</a>`;
      const [file, hash] = href.split('#');
      const target = posix.join(from, file);
      // Files that are only available in the repository.
      if (!pages.has(target)) return `${text} (<code>${escaped(target)}</code>)`;
      const address = relative(fileOf(target)) + (hash ? `#${encodeURIComponent(hash)}` : '');
      return `<a href="${address}">${text}</a>`;
    },
    table({header, rows}) {
      const cell = (name, {tokens}) =>
        `<${name}${name === 'th' ? ' scope="col"' : ''}>${this.parser.parseInline(tokens)}</${name}>`;
      const row = (name, cells) => `<tr>${cells.map(one => cell(name, one)).join('')}</tr>\n`;
      // Wider than a phone: the table scrolls in its own region, also by keyboard.
      return `<div class="tableau" role="region" aria-label="Tableau ${++tables}" tabindex="0"><table>
<thead>${row('th', header)}</thead>
<tbody>${rows.map(cells => row('td', cells)).join('')}</tbody>
</table></div>\n`;
    },
  };
}

/** Returns the pages in the order of the table of contents, then the rest. */
function readingOrder(pages) {
  const listed = [...pages.get(HOME).matchAll(/\]\(([\w./-]+\.md)\)/g)]
    .map(([, href]) => posix.join(posix.dirname(HOME), href))
    .filter(path => pages.has(path));
  return [...new Set([HOME, ...listed, ...pages.keys()])];
}

/** Returns the group of a page in the list of all pages: the section of the home page whose list names it. */
function groupOf(path, pages) {
  if (path.startsWith('docs/accessibilite/spass-')) return 'Accessibilité, balise par balise';
  const sections = pages.get(HOME).split(/^## /m).slice(1);
  const isListed = section =>
    [...section.matchAll(/^(?:- | {2}).*\]\(([\w./-]+\.md)\)/gm)].some(
      ([, href]) => posix.join(posix.dirname(HOME), href) === path,
    );
  const found = sections.findIndex(isListed);
  if (path === HOME || found === 0) return 'Commencer';
  return found < 0 ? 'Références et garanties' : sections[found].split('\n', 1)[0];
}

/** Returns the HTML of a template of Lit whose values are templates, lists and texts. */
const htmlOf = value => {
  if (Array.isArray(value)) return value.map(htmlOf).join('');
  if (!value.strings) return String(value);
  const {strings, values} = value;
  return strings.reduce((html, text, i) => {
    const part = htmlOf(values[i - 1]);
    return html + (html.endsWith('=') ? `"${part}"` : part) + text;
  });
};

/** Map beside the first sentence of the home page: what a tag of one line draws. */
const OPENING = `<pre class="code"><code>&lt;spass-project-map api="https://votre-portail.fr/api"&gt;&lt;/spass-project-map&gt;</code></pre>
<div class="scene">
<spass-project-map api="developers/portail.json" family="projet" no-list hide="search commune count foot-details" height="17em" skin="caue">
  <a href="https://about.s-pass.org/projets">Les projets sur le site de S-PASS Territoires</a>
</spass-project-map>
</div>
`;

/** Returns the body of the home page, with a map at its start and the list of the tags in its section. */
const withComponents = (body, sheets, renderThumbnail) => {
  const rows = sheets.map(
    ({file, title, tag, description}) =>
      `<li>${htmlOf(renderThumbnail(tag.slice(6)))}<div><p><a href="${file}">${escaped(title)}</a> <code>&lt;${tag}&gt;</code></p><p>${escaped(description)}</p></div></li>`,
  );
  return body
    .replace('<h2', `${OPENING}<h2`)
    .replace(
      /<h2 id="les-composants">[^]*?<\/p>\n/,
      start => `${start}<ul class="balises">\n${rows.join('\n')}\n</ul>\n`,
    );
};

const outline = text => {
  const headings = [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^## (.*)$/gm)];
  if (headings.length < 3) return '';
  const sections = headings.map(([, heading]) => [
    encodeURIComponent(anchor(heading)),
    escaped(heading.replace(/[`*]/g, '')),
  ]);
  return outlineOf('sur-la-page', 'Sur cette page', sections);
};

/** Returns the pages of the guide by file name, and the pictures to copy. */
export async function guidePages() {
  // Imported lazily: in a new clone no packages are installed when this file is loaded.
  const {Marked} = await import('marked');
  const {tsImport} = await import('tsx/esm/api');
  const {renderThumbnail} = await tsImport('../../configurator/thumbnails.ts', import.meta.url);
  const pages = texts();
  const order = readingOrder(pages);
  const pictures = new Map();
  const entries = order.map(path => ({
    file: fileOf(path),
    name: NAMES[path] ?? titleOf(pages.get(path)),
    lang: path === OF_DATA ? 'en' : 'fr',
    group: groupOf(path, pages),
  }));
  const components = componentNames();
  const inline = (text, file) =>
    new Marked({
      renderer: createRenderer('docs/webmaster.md', pages, pictures, file),
    }).parseInline(text);
  const sheets = componentPages(pages.get('LISEZMOI.md'), pages.get('docs/webmaster.md'), inline);
  const files = order.map((path, i) => {
    const text = pages.get(path);
    const marked = new Marked({renderer: createRenderer(path, pages, pictures)});
    const isHome = path === HOME;
    const body = marked.parse(text);
    const page = {
      ...entries[i],
      lang: isFrench(text) ? 'fr' : 'en',
      title: titleOf(text),
      description: descriptionOf(text),
      isHome,
      outline: isHome ? '' : outline(text),
      body: isHome ? withComponents(body, sheets, renderThumbnail) : body,
    };
    return [page.file, renderGuidePage(page, entries, components)];
  });
  const others = sheets.map(page => [page.file, renderGuidePage(page, entries, components)]);
  return {files: new Map([...files, ...others]), pictures};
}

/** Writes the guide to `guide/` in a folder. */
export async function writeGuide(out) {
  const {files, pictures} = await guidePages();
  const folder = join(out, 'guide');
  const place = file => {
    mkdirSync(dirname(join(folder, file)), {recursive: true});
    return join(folder, file);
  };
  for (const [file, html] of files) writeFileSync(place(file), html);
  for (const [from, to] of pictures) copyFileSync(join(root, from), place(to));
  for (const name of ['guide.css', 'recherche.js'])
    copyFileSync(join(root, 'scripts/guide', name), place(name));
}

/** Writes the index of the search, from all pages that the build has written to `guide/`. */
export function writeSearchIndex(out) {
  const folder = join(out, 'guide');
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => name.endsWith('.html'))
    .sort();
  const index = searchIndex(names.map(name => [name, readFileSync(join(folder, name), 'utf8')]));
  writeFileSync(join(folder, 'recherche.json'), JSON.stringify(index));
}
