import {RECIPIENT_ATTRIBUTES} from '../src/data/url-attributes.js';
import {type SampleNode, createSample} from './sample-content.js';
import {
  showsOwnContent,
  type Hashes,
  type Link,
  type SnippetSettings,
  type SnippetFormat,
  SNIPPET_FORMATS,
} from '../src/tools/snippets/settings.js';

/** Escapes text for HTML content and double-quoted attributes. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const formatAttribute = (name: string, value: string): string =>
  value === '' ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`;

/** Returns an opening tag, with one attribute per line if it is longer than 100 characters. */
function formatOpenTag(tag: string, attributes: readonly string[]): string {
  const line = `<${tag}${attributes.join('')}>`;
  return line.length <= 100 ? line : `<${tag}${attributes.map(one => `\n ${one}`).join('')}>`;
}

const formatLink = ({title, url, lang}: Link): string =>
  `<a href="${escapeHtml(url)}"${lang ? ` lang="${escapeHtml(lang)}"` : ''}>${escapeHtml(title)}</a>`;

const formatNode = ({name, attributes = {}, text = '', children = []}: SampleNode): string => {
  const own = Object.entries(attributes).map(([one, value]) => ` ${one}="${escapeHtml(value)}"`);
  const start = `<${name}${own.join('')}>`;
  return name === 'img'
    ? start
    : `${start}${escapeHtml(text)}${children.map(formatNode).join('')}</${name}>`;
};

/** Returns the inner HTML: the author's content, sample content, or links to records. */
function innerHtml(settings: SnippetSettings, language: string): string {
  const {links, content} = settings;
  if (content) return `\n  ${content}\n`;
  const sample = createSample(settings, language);
  if (sample.length > 0) return `\n${sample.map(piece => `  ${formatNode(piece)}\n`).join('')}`;
  const [first] = links;
  if (!first) return '';
  if (links.length === 1) return `\n  ${formatLink(first)}\n`;
  // List items would be read as the phases of the project.
  if (settings.widget === 'project-progress')
    return `\n${links.map(link => `  <p>${formatLink(link)}</p>\n`).join('')}`;
  return `\n  <ul>\n${links.map(link => `    <li>${formatLink(link)}</li>\n`).join('')}  </ul>\n`;
}

/** Returns the content written by the author, for CMS plugins, which generate the links themselves. */
const authorContent = (settings: SnippetSettings, language: string): string =>
  showsOwnContent(settings) || settings.content ? innerHtml(settings, language) : '';

const integrityAttribute = (hashes: Hashes, file: string): string =>
  hashes[file] ? ` integrity="${hashes[file]}" crossorigin="anonymous"` : '';

/** Returns the tags that a page needs once, for any number of widgets. */
export function scriptTags({base}: SnippetSettings, hashes: Hashes): string {
  const [css, js] = ['spass-widgets.css', 'spass-widgets.js'].map(
    file => [`${escapeHtml(base)}/${file}`, integrityAttribute(hashes, file)] as const,
  );
  return [
    css && `<link rel="stylesheet" href="${css[0]}"${css[1]}>`,
    js && `<script src="${js[0]}"${js[1]} defer></script>`,
  ].join('\n');
}

/** Returns the CSS rule for the colours, for the site's style sheet: a strict policy forbids inline styles. */
export function colourRule({widget, colours}: SnippetSettings): string {
  const lines = Object.entries(colours).map(([name, value]) => `  ${name}: ${value};`);
  return lines.length > 0 ? `spass-${widget} {\n${lines.join('\n')}\n}` : '';
}

const formatElement = (settings: SnippetSettings, hashes: Hashes, language: string): string => {
  const {widget, attributes} = settings;
  const own = Object.entries(attributes).map(([name, value]) => formatAttribute(name, value));
  return `${scriptTags(settings, hashes)}\n\n${formatOpenTag(`spass-${widget}`, own)}${innerHtml(settings, language)}</spass-${widget}>`;
};

const formatPlaceholder = (settings: SnippetSettings, hashes: Hashes, language: string): string => {
  const {widget, attributes} = settings;
  const own = Object.entries({spass: widget, ...attributes}).map(([name, value]) =>
    // Some editors drop attributes without a value.
    value === '' ? ` data-${name}=""` : formatAttribute(`data-${name}`, value),
  );
  return `${scriptTags(settings, hashes)}\n\n${formatOpenTag('div', own)}${innerHtml(settings, language)}</div>`;
};

/** Returns the URL of the iframe, without the attributes that only `embed.json` may state. */
export function frameUrl({base, widget, attributes}: SnippetSettings): string {
  const own = Object.entries(attributes).filter(([name]) => !RECIPIENT_ATTRIBUTES.includes(name));
  const parameters = new URLSearchParams([['widget', widget], ...own]);
  return `${base}/embed.html?${parameters.toString()}`;
}

const formatFrame = (settings: SnippetSettings, hashes: Hashes, title: string): string => {
  const script = `${escapeHtml(settings.base)}/spass-iframe.js`;
  const own = [
    formatAttribute('src', frameUrl(settings)),
    formatAttribute('title', title),
    ' loading="lazy"',
    ' width="100%"',
    ' height="480"',
    ' sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"',
  ];
  return `<script src="${script}"${integrityAttribute(hashes, 'spass-iframe.js')} defer></script>\n\n${formatOpenTag('iframe', own)}</iframe>`;
};

/** Returns the value of a boolean attribute in a CMS. Only `facets` has a meaning if it is empty. */
const cmsValue = (name: string, value: string, trueValue: string): string =>
  value === '' && name !== 'facets' ? trueValue : value;

/**
 * Escapes a shortcode attribute: WordPress ends a shortcode at `]` and forbids tags. Its parser decodes the entities.
 */
const escapeShortcode = (value: string): string =>
  escapeHtml(value).replaceAll('[', '&#091;').replaceAll(']', '&#093;');

const formatShortcode = (settings: SnippetSettings, language: string): string => {
  const {widget, attributes} = settings;
  const content = authorContent(settings, language);
  const own = Object.entries({widget, ...attributes}).map(
    ([name, value]) => ` ${name}="${escapeShortcode(cmsValue(name, value, 'true'))}"`,
  );
  return `[spass${own.join('')}]${content && `${content}[/spass]`}`;
};

/**
 * Returns the markup of a WordPress block: JSON in an HTML comment, with the characters escaped that could end the
 * comment.
 */
const formatBlock = (settings: SnippetSettings, language: string): string => {
  const {widget, attributes} = settings;
  const content = authorContent(settings, language);
  const own = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, cmsValue(name, value, 'true')]),
  );
  const json = JSON.stringify({widget, settings: own})
    .replaceAll('--', '\\u002d\\u002d')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026');
  return content
    ? `<!-- wp:spass-widgets/widget ${json} -->\n<!-- wp:html -->${content}<!-- /wp:html -->\n<!-- /wp:spass-widgets/widget -->`
    : `<!-- wp:spass-widgets/widget ${json} /-->`;
};

/** Escapes an argument of a SPIP model, which ends at `>` and separates arguments with `|`. */
const escapeSpipArgument = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('|', '&#124;').replaceAll('>', '&gt;');

const formatSpipModel = ({widget, attributes}: SnippetSettings): string => {
  const own = Object.entries({widget, ...attributes}).map(
    ([name, value]) => `|${name}=${escapeSpipArgument(cmsValue(name, value, 'oui'))}`,
  );
  return `<spass${own.join('')}>`;
};

/** Returns the snippet formats of a widget. Iframes and SPIP models cannot contain the author's content. */
export const snippetFormatsFor = (settings: SnippetSettings): readonly SnippetFormat[] =>
  showsOwnContent(settings)
    ? SNIPPET_FORMATS.filter(format => format !== 'frame' && format !== 'spip')
    : SNIPPET_FORMATS;

/**
 * Returns the snippet in a format.
 *
 * @param title Accessible name of the iframe.
 * @param language Language of the sample content.
 */
export function formatSnippet(
  format: SnippetFormat,
  settings: SnippetSettings,
  hashes: Hashes,
  title = '',
  language = 'fr',
): string {
  switch (format) {
    case 'element':
      return formatElement(settings, hashes, language);
    case 'placeholder':
      return formatPlaceholder(settings, hashes, language);
    case 'frame':
      return formatFrame(settings, hashes, title);
    case 'shortcode':
      return formatShortcode(settings, language);
    case 'block':
      return formatBlock(settings, language);
    case 'spip':
      return formatSpipModel(settings);
  }
}
