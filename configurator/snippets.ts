import {RECIPIENT_ATTRIBUTES} from '../src/data/url-attributes.js';
import {type SampleNode, createSample} from './sample-content.js';
import {formatBlocks, formatMessageOverrides} from '../src/tools/snippets/blocks.js';
import {formatColourList} from '../src/model/colours.js';
import {
  showsOwnContent,
  widgetsOf,
  type Attributes,
  type Hashes,
  type Link,
  type SnippetSettings,
  type WidgetSettings,
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
function innerHtml(
  {widget, attributes, links, content}: WidgetSettings,
  inherited: Attributes,
  language: string,
): string {
  if (content) return `  ${content}\n`;
  const sample = createSample({widget, attributes: {...inherited, ...attributes}}, language);
  if (sample.length > 0) return sample.map(piece => `  ${formatNode(piece)}\n`).join('');
  const [first] = links;
  if (!first) return '';
  if (links.length === 1) return `  ${formatLink(first)}\n`;
  // List items would be read as the phases of the project.
  if (widget === 'project-progress')
    return links.map(link => `  <p>${formatLink(link)}</p>\n`).join('');
  return `  <ul>\n${links.map(link => `    <li>${formatLink(link)}</li>\n`).join('')}  </ul>\n`;
}

/** Returns the content written by the author, for CMS plugins, which generate the links themselves. */
const authorContent = (settings: SnippetSettings, language: string): string =>
  showsOwnContent(settings) || settings.content ? `\n${innerHtml(settings, {}, language)}` : '';

const integrityAttribute = (hashes: Hashes, file: string): string =>
  hashes[file] ? ` integrity="${hashes[file]}" crossorigin="anonymous"` : '';

/** Returns the tags that a page needs once, for any number of widgets. */
function scriptTags({base}: SnippetSettings, hashes: Hashes): string {
  const [css, js] = ['spass-widgets.css', 'spass-widgets.js'].map(
    file => [`${escapeHtml(base)}/${file}`, integrityAttribute(hashes, file)] as const,
  );
  return [
    css && `<link rel="stylesheet" href="${css[0]}"${css[1]}>`,
    js && `<script src="${js[0]}"${js[1]} defer></script>`,
  ].join('\n');
}

/** Returns the CSS rule for the colours, for sites whose policy forbids inline styles. */
export function colourRule({widget, portal, colours}: SnippetSettings): string {
  const lines = Object.entries(colours).map(([name, value]) => `  ${name}: ${value};`);
  return lines.length > 0 ? `spass-${portal ? 'portal' : widget} {\n${lines.join('\n')}\n}` : '';
}

/** Writes the tag of a widget, or of a placeholder for it, with its attributes. */
type TagFormat = (
  noun: string,
  attributes: Attributes,
  colours: SnippetSettings['colours'],
) => readonly [open: string, close: string];

const asElement: TagFormat = (noun, attributes, colours) => {
  const own = Object.entries(attributes).map(([name, value]) => formatAttribute(name, value));
  const style = Object.entries(colours).map(([name, value]) => `${name}: ${value}`);
  if (style.length > 0) own.push(formatAttribute('style', style.join('; ')));
  return [formatOpenTag(`spass-${noun}`, own), `</spass-${noun}>`];
};

/** Returns the attributes with the colours as one more, for the formats without a style. */
const withColours = (attributes: Attributes, colours: SnippetSettings['colours']): Attributes => {
  const list = formatColourList(colours);
  return list ? {...attributes, colours: list} : attributes;
};

const asPlaceholder: TagFormat = (noun, attributes, colours) => {
  const own = Object.entries({spass: noun, ...withColours(attributes, colours)}).map(
    ([name, value]) =>
      // Some editors drop attributes without a value.
      value === '' ? ` data-${name}=""` : formatAttribute(`data-${name}`, value),
  );
  return [formatOpenTag('div', own), '</div>'];
};

const indented = (html: string): string => html.replace(/^(?=.)/gm, '  ');

/** Returns the tags of a snippet: the widget, with its layers, inside its portal. */
function formatTags(settings: SnippetSettings, format: TagFormat, language: string): string {
  const {portal, colours} = settings;
  const formatWidget = (one: WidgetSettings, own: SnippetSettings['colours'] = {}): string => {
    const [open, close] = format(one.widget, one.attributes, own);
    const layers = one.layers.map(layer => {
      const records = formatBlocks({items: layer.items});
      return `${format('layer', layer.attributes, {}).join(records && `\n${indented(records)}`)}\n`;
    });
    const blocks = indented(formatBlocks(one.blocks));
    const inside =
      indented(layers.join('')) + blocks + innerHtml(one, portal?.attributes ?? {}, language);
    return `${open}${inside && `\n${inside}`}${close}`;
  };
  if (!portal) return formatWidget(settings, colours);
  const [open, close] = format('portal', portal.attributes, colours);
  const inside = widgetsOf(settings).map(one => formatWidget(one));
  return `${open}\n${indented(inside.join('\n'))}\n${close}`;
}

const formatHtml = (
  settings: SnippetSettings,
  format: TagFormat,
  hashes: Hashes,
  language: string,
): string =>
  [
    scriptTags(settings, hashes),
    formatMessageOverrides(settings.messageOverrides).trimEnd(),
    formatTags(settings, format, language),
  ]
    .filter(Boolean)
    .join('\n\n');

/** Permissions of the frame that a widget needs, by what it offers to readers. */
export const FRAME_PERMISSIONS = {
  /** The view of a series, with `series`. */
  camera: ['contribute'],
  /** Files that the page itself makes: a table, a calendar. */
  downloads: ['resource-list', 'explorer', 'agenda', 'project', 'project-progress'],
  /** The map in full screen. */
  fullscreen: ['project-map', 'explorer', 'contribute', 'story'],
  /** “Around me”. */
  geolocation: ['project-map', 'explorer', 'resource-list', 'contribute'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Returns the URL of the iframe, without the attributes that only `embed.json` may state. */
function frameUrl({base, widget, attributes, colours}: SnippetSettings): string {
  const own = Object.entries(withColours(attributes, colours)).filter(
    ([name]) => !RECIPIENT_ATTRIBUTES.includes(name),
  );
  const parameters = new URLSearchParams([['widget', widget], ...own]);
  return `${base}/embed.html?${parameters.toString()}`;
}

const formatFrame = (settings: SnippetSettings, hashes: Hashes, title: string): string => {
  const script = `${escapeHtml(settings.base)}/spass-iframe.js`;
  const needs = (permission: keyof typeof FRAME_PERMISSIONS): boolean =>
    (FRAME_PERMISSIONS[permission] as readonly string[]).includes(settings.widget);
  const sandbox = [
    'allow-scripts allow-popups allow-popups-to-escape-sandbox',
    ...(needs('downloads') ? ['allow-downloads'] : []),
  ];
  const features = [
    ...(needs('geolocation') ? ['geolocation'] : []),
    ...(needs('camera') && settings.attributes['series'] ? ['camera'] : []),
  ];
  const own = [
    formatAttribute('src', frameUrl(settings)),
    formatAttribute('title', title),
    ' loading="lazy"',
    ' width="100%"',
    ' height="480"',
    formatAttribute('sandbox', sandbox.join(' ')),
    ...(features.length ? [formatAttribute('allow', features.join('; '))] : []),
    ...(needs('fullscreen') ? [' allowfullscreen'] : []),
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
  const {widget, attributes, colours} = settings;
  const content = authorContent(settings, language);
  const own = Object.entries({widget, ...withColours(attributes, colours)}).map(
    ([name, value]) => ` ${name}="${escapeShortcode(cmsValue(name, value, 'true'))}"`,
  );
  return `[spass${own.join('')}]${content && `${content}[/spass]`}`;
};

/**
 * Returns the markup of a WordPress block: JSON in an HTML comment, with the characters escaped that could end the
 * comment.
 */
const formatBlock = (settings: SnippetSettings, language: string): string => {
  const {widget, attributes, colours} = settings;
  const content = authorContent(settings, language);
  const own = Object.fromEntries(
    Object.entries(withColours(attributes, colours)).map(([name, value]) => [
      name,
      cmsValue(name, value, 'true'),
    ]),
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

const formatSpipModel = ({widget, attributes, colours}: SnippetSettings): string => {
  const own = Object.entries({widget, ...withColours(attributes, colours)}).map(
    ([name, value]) => `|${name}=${escapeSpipArgument(cmsValue(name, value, 'oui'))}`,
  );
  return `<spass${own.join('')}>`;
};

/**
 * Returns the snippet formats of a widget. Iframes and SPIP models cannot contain the author's content, and only tags can
 * contain other tags, templates and data.
 */
export function snippetFormatsFor(settings: SnippetSettings): readonly SnippetFormat[] {
  const {portal, layers, blocks, messageOverrides} = settings;
  const hasTags = portal !== undefined || layers.length > 0;
  if (hasTags || [blocks, messageOverrides].some(texts => Object.keys(texts).length > 0))
    return ['element', 'placeholder'];
  return showsOwnContent(settings)
    ? SNIPPET_FORMATS.filter(format => format !== 'frame' && format !== 'spip')
    : SNIPPET_FORMATS;
}

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
      return formatHtml(settings, asElement, hashes, language);
    case 'placeholder':
      return formatHtml(settings, asPlaceholder, hashes, language);
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
