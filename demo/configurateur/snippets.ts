import {type Piece, sampleOf} from './samples.js';
import {
  isOfContent,
  type Hashes,
  type Link,
  type Settings,
  type Shape,
  SHAPES,
} from '../../src/paste/settings.js';

/** Text as HTML has it, between tags or in a double-quoted attribute. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const attribute = (name: string, value: string): string =>
  value === '' ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`;

/** Attributes on lines of their own once they no longer fit into one. */
function openTag(tag: string, attributes: readonly string[]): string {
  const line = `<${tag}${attributes.join('')}>`;
  return line.length <= 100 ? line : `<${tag}${attributes.map(one => `\n ${one}`).join('')}>`;
}

const linkTo = ({title, url, lang}: Link): string =>
  `<a href="${escapeHtml(url)}"${lang ? ` lang="${escapeHtml(lang)}"` : ''}>${escapeHtml(title)}</a>`;

const pieceOf = ({name, attributes = {}, text = '', pieces = []}: Piece): string => {
  const own = Object.entries(attributes).map(([one, value]) => ` ${one}="${escapeHtml(value)}"`);
  const start = `<${name}${own.join('')}>`;
  return name === 'img'
    ? start
    : `${start}${escapeHtml(text)}${pieces.map(pieceOf).join('')}</${name}>`;
};

/** What stands inside: the author's own, the draft of it, or links into the data. */
function insideOf(settings: Settings, language: string): string {
  const {links, content} = settings;
  if (content) return `\n  ${content}\n`;
  const sample = sampleOf(settings, language);
  if (sample.length > 0) return `\n${sample.map(piece => `  ${pieceOf(piece)}\n`).join('')}`;
  const [first] = links;
  if (!first) return '';
  if (links.length === 1) return `\n  ${linkTo(first)}\n`;
  // Items of a list would be taken for the phases of the project.
  if (settings.widget === 'project-progress')
    return `\n${links.map(link => `  <p>${linkTo(link)}</p>\n`).join('')}`;
  return `\n  <ul>\n${links.map(link => `    <li>${linkTo(link)}</li>\n`).join('')}  </ul>\n`;
}

/** What an author writes inside, where the widget shows that; the CMS brings the rest by itself. */
const writtenIn = (settings: Settings, language: string): string =>
  isOfContent(settings) || settings.content ? insideOf(settings, language) : '';

const hashOf = (hashes: Hashes, file: string): string =>
  hashes[file] ? ` integrity="${hashes[file]}" crossorigin="anonymous"` : '';

/** The lines that a page needs once, whatever the number of widgets in it. */
export function scriptLines({base}: Settings, hashes: Hashes): string {
  const [css, js] = ['spass-widgets.css', 'spass-widgets.js'].map(
    file => [`${escapeHtml(base)}/${file}`, hashOf(hashes, file)] as const,
  );
  return [
    css && `<link rel="stylesheet" href="${css[0]}"${css[1]}>`,
    js && `<script src="${js[0]}"${js[1]} defer></script>`,
  ].join('\n');
}

/** The rule for the site's own style sheet: a strict policy allows no style in the tag. */
export function colourRule({widget, colours}: Settings): string {
  const lines = Object.entries(colours).map(([name, value]) => `  ${name}: ${value};`);
  return lines.length > 0 ? `spass-${widget} {\n${lines.join('\n')}\n}` : '';
}

const element = (settings: Settings, hashes: Hashes, language: string): string => {
  const {widget, attributes} = settings;
  const own = Object.entries(attributes).map(([name, value]) => attribute(name, value));
  return `${scriptLines(settings, hashes)}\n\n${openTag(`spass-${widget}`, own)}${insideOf(settings, language)}</spass-${widget}>`;
};

const placeholder = (settings: Settings, hashes: Hashes, language: string): string => {
  const {widget, attributes} = settings;
  const own = Object.entries({spass: widget, ...attributes}).map(([name, value]) =>
    // An editor that minds its HTML drops an attribute without a value.
    value === '' ? ` data-${name}=""` : attribute(`data-${name}`, value),
  );
  return `${scriptLines(settings, hashes)}\n\n${openTag('div', own)}${insideOf(settings, language)}</div>`;
};

/** The address of a frame. */
export function frameAddress({base, widget, attributes}: Settings): string {
  return `${base}/embed.html?${new URLSearchParams({widget, ...attributes}).toString()}`;
}

const frame = (settings: Settings, hashes: Hashes, title: string): string => {
  const script = `${escapeHtml(settings.base)}/spass-iframe.js`;
  const own = [
    attribute('src', frameAddress(settings)),
    attribute('title', title),
    ' loading="lazy"',
    ' width="100%"',
    ' height="480"',
    ' sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"',
  ];
  return `<script src="${script}"${hashOf(hashes, 'spass-iframe.js')} defer></script>\n\n${openTag('iframe', own)}</iframe>`;
};

/** An attribute that is there or not is a yes in a CMS; of `facets` alone does an empty value mean something. */
const inCms = (name: string, value: string, yes: string): string =>
  value === '' && name !== 'facets' ? yes : value;

/** A WordPress shortcode ends at `]` and reads no tags: these are written as entities, which its own reader undoes. */
const inShortcode = (value: string): string =>
  escapeHtml(value).replaceAll('[', '&#091;').replaceAll(']', '&#093;');

const shortcode = (settings: Settings, language: string): string => {
  const {widget, attributes} = settings;
  const inside = writtenIn(settings, language);
  const own = Object.entries({widget, ...attributes}).map(
    ([name, value]) => ` ${name}="${inShortcode(inCms(name, value, 'true'))}"`,
  );
  return `[spass${own.join('')}]${inside && `${inside}[/spass]`}`;
};

/** A block as WordPress keeps it: JSON in a comment, without what would end one. */
const block = (settings: Settings, language: string): string => {
  const {widget, attributes} = settings;
  const inside = writtenIn(settings, language);
  const own = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, inCms(name, value, 'true')]),
  );
  const json = JSON.stringify({widget, settings: own})
    .replaceAll('--', '\\u002d\\u002d')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026');
  return inside
    ? `<!-- wp:spass-widgets/widget ${json} -->\n<!-- wp:html -->${inside}<!-- /wp:html -->\n<!-- /wp:spass-widgets/widget -->`
    : `<!-- wp:spass-widgets/widget ${json} /-->`;
};

/** A modèle of SPIP ends at `>` and parts its arguments at `|`. */
const inModele = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('|', '&#124;').replaceAll('>', '&gt;');

const spip = ({widget, attributes}: Settings): string => {
  const own = Object.entries({widget, ...attributes}).map(
    ([name, value]) => `|${name}=${inModele(inCms(name, value, 'oui'))}`,
  );
  return `<spass${own.join('')}>`;
};

/** The shapes that have room for what a widget shows: a frame and a modèle have no inside. */
export const shapesFor = (settings: Settings): readonly Shape[] =>
  isOfContent(settings) ? SHAPES.filter(shape => shape !== 'frame' && shape !== 'spip') : SHAPES;

/**
 * What is pasted, in one shape. `title` says what a frame shows, for those who don't see it; `language` is that of
 * a draft.
 */
export function snippet(
  shape: Shape,
  settings: Settings,
  hashes: Hashes,
  title = '',
  language = 'fr',
): string {
  switch (shape) {
    case 'element':
      return element(settings, hashes, language);
    case 'placeholder':
      return placeholder(settings, hashes, language);
    case 'frame':
      return frame(settings, hashes, title);
    case 'shortcode':
      return shortcode(settings, language);
    case 'block':
      return block(settings, language);
    case 'spip':
      return spip(settings);
  }
}
