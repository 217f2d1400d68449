import {type Piece, sampleOf} from './samples.js';
import {
  isOfContent,
  type Hashes,
  type Link,
  type Settings,
  type Shape,
  SHAPES,
} from '../../src/paste/settings.js';

/** Escapes text for HTML content and double-quoted attributes. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const attribute = (name: string, value: string): string =>
  value === '' ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`;

/** Returns an opening tag, with one attribute per line if it is longer than 100 characters. */
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

/** Returns the inner HTML: the author's content, sample content, or links to records. */
function insideOf(settings: Settings, language: string): string {
  const {links, content} = settings;
  if (content) return `\n  ${content}\n`;
  const sample = sampleOf(settings, language);
  if (sample.length > 0) return `\n${sample.map(piece => `  ${pieceOf(piece)}\n`).join('')}`;
  const [first] = links;
  if (!first) return '';
  if (links.length === 1) return `\n  ${linkTo(first)}\n`;
  // List items would be read as the phases of the project.
  if (settings.widget === 'project-progress')
    return `\n${links.map(link => `  <p>${linkTo(link)}</p>\n`).join('')}`;
  return `\n  <ul>\n${links.map(link => `    <li>${linkTo(link)}</li>\n`).join('')}  </ul>\n`;
}

/** Returns the content written by the author, for CMS plugins, which generate the links themselves. */
const writtenIn = (settings: Settings, language: string): string =>
  isOfContent(settings) || settings.content ? insideOf(settings, language) : '';

const hashOf = (hashes: Hashes, file: string): string =>
  hashes[file] ? ` integrity="${hashes[file]}" crossorigin="anonymous"` : '';

/** Returns the tags that a page needs once, for any number of widgets. */
export function scriptLines({base}: Settings, hashes: Hashes): string {
  const [css, js] = ['spass-widgets.css', 'spass-widgets.js'].map(
    file => [`${escapeHtml(base)}/${file}`, hashOf(hashes, file)] as const,
  );
  return [
    css && `<link rel="stylesheet" href="${css[0]}"${css[1]}>`,
    js && `<script src="${js[0]}"${js[1]} defer></script>`,
  ].join('\n');
}

/** Returns the CSS rule for the colours, for the site's style sheet: a strict policy forbids inline styles. */
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
    // Some editors drop attributes without a value.
    value === '' ? ` data-${name}=""` : attribute(`data-${name}`, value),
  );
  return `${scriptLines(settings, hashes)}\n\n${openTag('div', own)}${insideOf(settings, language)}</div>`;
};

/** Returns the URL of the iframe. */
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

/** Returns the value of a boolean attribute in a CMS. Only `facets` has a meaning if it is empty. */
const inCms = (name: string, value: string, yes: string): string =>
  value === '' && name !== 'facets' ? yes : value;

/**
 * Escapes a shortcode attribute: WordPress ends a shortcode at `]` and forbids tags. Its parser decodes the entities.
 */
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

/**
 * Returns the markup of a WordPress block: JSON in an HTML comment, with the characters escaped that could end the
 * comment.
 */
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

/** Escapes an argument of a SPIP model, which ends at `>` and separates arguments with `|`. */
const inModele = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('|', '&#124;').replaceAll('>', '&gt;');

const spip = ({widget, attributes}: Settings): string => {
  const own = Object.entries({widget, ...attributes}).map(
    ([name, value]) => `|${name}=${inModele(inCms(name, value, 'oui'))}`,
  );
  return `<spass${own.join('')}>`;
};

/** Returns the snippet formats of a widget. Iframes and SPIP models cannot contain the author's content. */
export const shapesFor = (settings: Settings): readonly Shape[] =>
  isOfContent(settings) ? SHAPES.filter(shape => shape !== 'frame' && shape !== 'spip') : SHAPES;

/**
 * Returns the snippet in a format.
 *
 * @param title Accessible name of the iframe.
 * @param language Language of the sample content.
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
