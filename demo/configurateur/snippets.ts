import type {Hashes, Link, Settings, Shape} from './settings.js';

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

/** What is read without the script: a link alone, several as a list. */
function fallback(links: readonly Link[]): string {
  const [first] = links;
  if (!first) return '';
  if (links.length === 1) return `\n  ${linkTo(first)}\n`;
  return `\n  <ul>\n${links.map(link => `    <li>${linkTo(link)}</li>\n`).join('')}  </ul>\n`;
}

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

const element = (settings: Settings, hashes: Hashes): string => {
  const {widget, attributes, links} = settings;
  const own = Object.entries(attributes).map(([name, value]) => attribute(name, value));
  return `${scriptLines(settings, hashes)}\n\n${openTag(`spass-${widget}`, own)}${fallback(links)}</spass-${widget}>`;
};

const placeholder = (settings: Settings, hashes: Hashes): string => {
  const {widget, attributes, links} = settings;
  const own = Object.entries({spass: widget, ...attributes}).map(([name, value]) =>
    // An editor that minds its HTML drops an attribute without a value.
    value === '' ? ` data-${name}=""` : attribute(`data-${name}`, value),
  );
  return `${scriptLines(settings, hashes)}\n\n${openTag('div', own)}${fallback(links)}</div>`;
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

/** A WordPress shortcode ends at `]` and reads no tags: these are written as entities, which its own reader undoes. */
const inShortcode = (value: string): string =>
  escapeHtml(value).replaceAll('[', '&#091;').replaceAll(']', '&#093;');

const shortcode = ({widget, attributes}: Settings): string => {
  const own = Object.entries({widget, ...attributes}).map(
    ([name, value]) => ` ${name}="${inShortcode(value || 'true')}"`,
  );
  return `[spass${own.join('')}]`;
};

/** A block as WordPress keeps it: JSON in a comment, without what would end one. */
const block = ({widget, attributes}: Settings): string => {
  const json = JSON.stringify({widget, settings: attributes})
    .replaceAll('--', '\\u002d\\u002d')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026');
  return `<!-- wp:spass-widgets/widget ${json} /-->`;
};

/** A modèle of SPIP ends at `>` and parts its arguments at `|`. */
const inModele = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('|', '&#124;').replaceAll('>', '&gt;');

const spip = ({widget, attributes}: Settings): string => {
  const own = Object.entries({widget, ...attributes}).map(([name, value]) =>
    value === '' ? `|${name}=oui` : `|${name}=${inModele(value)}`,
  );
  return `<spass${own.join('')}>`;
};

/** What is pasted, in one shape. `title` says what a frame shows, for those who don't see it. */
export function snippet(shape: Shape, settings: Settings, hashes: Hashes, title = ''): string {
  switch (shape) {
    case 'element':
      return element(settings, hashes);
    case 'placeholder':
      return placeholder(settings, hashes);
    case 'frame':
      return frame(settings, hashes, title);
    case 'shortcode':
      return shortcode(settings);
    case 'block':
      return block(settings);
    case 'spip':
      return spip(settings);
  }
}
