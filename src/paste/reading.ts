import {type Catalogue, isAlone, nearest, type Widget} from './catalogue.js';
import type {SnippetFault} from './findings.js';
import {decode, readPairs, readTags, textOf} from './html.js';
import {isRelative} from './addresses.js';
import {EMPTY, isOfContent, type Link, type Settings, type Shape} from './settings.js';
import {checkValue} from './values.js';

/** Settings read from a pasted snippet, with its problems. */
export interface Reading {
  /** Undefined if no widget was found. */
  readonly settings: Settings | undefined;
  readonly shape: Shape | undefined;
  readonly faults: readonly SnippetFault[];
}

/** Widget found in a text, in any format. */
interface Found {
  readonly shape: Shape;
  readonly noun: string;
  readonly pairs: ReadonlyMap<string, string>;
  /** Content of the tag, not parsed. */
  readonly inside: string;
}

const SCRIPTS = /\/(?:spass-widgets(?:\.all)?|spass-iframe)\.js$/;
/** Names of versions whose content may change. */
const MOVING = /(?:^|[/@])(?:latest|main|master|head|next|\d+(?:\.\d+)?)(?:\/|$)/i;

/** Attributes with typographic quotes, and doubly escaped entities. */
const MANGLED = /=\s*(?:[“”„‟″«]|&(?:amp;)*quot;)|&amp;(?:amp|quot|lt|gt|#\d+);/;

/** Reverts changes that editors make to quotes and brackets. */
function mend(text: string): string {
  return text
    .replace(/&(?:amp;)+(quot|lt|gt|amp|#\d+);/g, '&$1;')
    .replace(/=\s*&quot;(.*?)&quot;/g, '="$1"')
    .replace(/=\s*[“”„‟″«]\s*([^“”„‟″«»"]*?)\s*[“”„‟″»]/g, '="$1"')
    .replace(/&lt;(?=\/?(?:spass-|spass\||div\b|iframe\b|script\b|a\b|ul\b|li\b))/g, '<')
    .replace(/(<[^<>]*?)&gt;/g, '$1>');
}

/** True if a URL names no full version, so that its content may change. */
export const isMoving = (address: string): boolean => MOVING.test(address);

function linksIn(html: string): Link[] {
  const links: Link[] = [];
  for (const [, attributes = '', text = ''] of html.matchAll(/<a\s([^>]*)>(.*?)<\/a>/gis)) {
    const {href, lang} = Object.fromEntries(readPairs(attributes));
    if (href) links.push({title: textOf(text), url: href, ...(lang ? {lang} : {})});
  }
  return links;
}

/** Markup of a list of links, as used for fallback content. */
const LINKS_ALONE = /^(?:\s|<\/?(?:ul|li|p)>|<a\s[^>]*>[^<]*<\/a>)*$/i;

/** Returns the content up to the closing tag, or to the end of the text. */
const contentOf = (html: string, from: number, name: string): string => {
  const end = html.indexOf(`</${name}`, from);
  return html.slice(from, end < 0 ? undefined : end);
};

function inTags(html: string): Found[] {
  return readTags(html).flatMap(({name, attributes, end}): Found[] => {
    const inside = (): string => contentOf(html, end, name);
    if (/^spass-[a-z]/.test(name))
      return [{shape: 'element', noun: name.slice(6), pairs: attributes, inside: inside()}];
    const placed = attributes.get('data-spass');
    if (placed !== undefined) {
      const own = [...attributes].filter(
        ([one]) => one.startsWith('data-') && one !== 'data-spass',
      );
      const pairs = new Map(own.map(([one, value]) => [one.slice(5), value]));
      return [{shape: 'placeholder', noun: placed.trim(), pairs, inside: inside()}];
    }
    const address = attributes.get('src') ?? '';
    if (name !== 'iframe' || !/\/embed\.html\?/.test(address)) return [];
    const {widget = '', ...others} = Object.fromEntries(
      new URLSearchParams(address.slice(address.indexOf('?') + 1)),
    );
    return [{shape: 'frame', noun: widget, pairs: new Map(Object.entries(others)), inside: ''}];
  });
}

function inShortcodes(text: string): Found[] {
  const shortcodes = /\[spass\s([^\]]*)\](?:((?:(?!\[spass\s).)*?)\[\/spass\])?/gis;
  return [...text.matchAll(shortcodes)].map(([, attributes = '', inside = '']) => {
    const pairs = readPairs(attributes);
    const noun = pairs.get('widget') ?? '';
    pairs.delete('widget');
    return {shape: 'shortcode', noun, pairs, inside};
  });
}

function inBlocks(text: string): Found[] {
  const blocks =
    /<!--\s*wp:spass-widgets\/widget\s+(\{.*?\})\s*(?:\/-->|-->(.*?)<!--\s*\/wp:spass-widgets\/widget)/gs;
  return [...text.matchAll(blocks)].flatMap(([, json = '', inner = '']): Found[] => {
    try {
      const {widget, settings} = JSON.parse(json) as {widget?: unknown; settings?: unknown};
      const pairs = Object.entries(settings ?? {}).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]);
      const noun = typeof widget === 'string' ? widget : 'resource-list';
      const inside = inner.replace(/<!--.*?-->/gs, '').trim();
      return [{shape: 'block', noun, pairs: new Map(pairs), inside}];
    } catch {
      return [];
    }
  });
}

function inModeles(text: string): Found[] {
  return [...text.matchAll(/<spass\d*\|([^>]*)>/gi)].map(([, argumentsText = '']) => {
    const pairs = new Map(
      argumentsText.split('|').map((one): [string, string] => {
        const [name = '', ...value] = one.split('=');
        return [name.trim(), decode(value.join('=').trim())];
      }),
    );
    const noun = pairs.get('widget') ?? '';
    pairs.delete('widget');
    return {shape: 'spip', noun, pairs, inside: ''};
  });
}

/** Returns the folder of the script, and the problems of its URL. */
function scriptOf(html: string): {base: string; faults: SnippetFault[]} {
  for (const {name, attributes} of readTags(html)) {
    const address = attributes.get('src') ?? '';
    const path = address.replace(/[?#].*$/, '');
    if (name !== 'script' || !SCRIPTS.test(path)) continue;
    const base = path.slice(0, path.lastIndexOf('/'));
    const faults: SnippetFault[] = [];
    if (isMoving(base)) faults.push({what: 'movingAddress', got: address});
    if (!attributes.has('integrity')) faults.push({what: 'noHash'});
    return {base, faults};
  }
  return {base: '', faults: []};
}

/** Attributes that any element may have; they belong to the page. */
const OF_THE_PAGE = new Set(['id', 'class', 'style', 'title', 'slot', 'dir', 'hidden', 'align']);

function attributesOf(
  pairs: Found['pairs'],
  widget: Widget,
): {attributes: Record<string, string>; faults: SnippetFault[]} {
  const attributes: Record<string, string> = {};
  const faults: SnippetFault[] = [];
  for (const [name, value] of pairs) {
    const known = widget.attributes.get(name);
    if (!known) {
      if (OF_THE_PAGE.has(name) || /^(?:data|aria)-/.test(name)) continue;
      const meant = nearest(name, widget.attributes.keys());
      faults.push({what: 'unknownAttribute', got: name, meant});
      if (meant && !pairs.has(meant)) attributes[meant] = value;
      continue;
    }
    const fault = checkValue(known, value);
    if (fault) faults.push(fault);
    else if (name === 'api' && value !== '' && isRelative(value))
      faults.push({what: 'relativeAddress', got: value});
    // In HTML a boolean attribute is true with any value; in other formats an author may write "no".
    if (known.kind === 'flag') {
      if (!/^(?:non|no|false|0)$/i.test(value)) attributes[name] = '';
    } else if (!fault) attributes[name] = value;
    else if (fault.meant) attributes[name] = fault.meant;
  }
  return {attributes, faults};
}

const find = (text: string): Found[] => [
  ...inBlocks(text),
  ...inShortcodes(text),
  ...inModeles(text),
  ...inTags(text.replace(/<!--.*?-->/gs, '')),
];

/** Tag or shortcode of this package, with its brackets intact or escaped. */
const OURS = /(?:<|&(?:amp;)*lt;|\[)[^<>[]*\bspass\b[^<>\]]*/g;

/** Returns the repaired text if an editor has changed it. */
function meantBy(pasted: string): {text: string; isMangled: boolean} {
  const mended = mend(pasted);
  const isMangled =
    (pasted.match(OURS) ?? []).some(one => MANGLED.test(one)) ||
    (find(pasted).length === 0 && find(mended).length > 0);
  return {text: isMangled ? mended : pasted, isMangled};
}

/** Returns the widget of a name, or the closest one with a diagnostic. */
function widgetOf(
  got: string,
  catalogue: Catalogue,
): {widget?: Widget | undefined; faults: SnippetFault[]} {
  const noun = catalogue.has(got) ? got : nearest(got, catalogue.keys());
  return {
    widget: noun === undefined ? undefined : catalogue.get(noun),
    faults: noun === got ? [] : [{what: 'unknownWidget', got, meant: noun}],
  };
}

/** Finds all widgets of a published page, with their problems. */
export function readPage(
  page: string,
  catalogue: Catalogue,
): {readonly nouns: readonly string[]; readonly faults: readonly SnippetFault[]} {
  // The content of scripts is not part of the page.
  const {text, isMangled} = meantBy(page.replace(/(<script\b[^>]*>).*?<\/script>/gis, '$1'));
  const found = find(text);
  const faults = found
    .filter(({noun}) => isAlone(noun))
    .flatMap(one => {
      const {widget, faults: unknown} = widgetOf(one.noun, catalogue);
      return [...unknown, ...(widget ? attributesOf(one.pairs, widget).faults : [])];
    });
  return {
    nouns: found.map(({noun}) => noun),
    faults:
      found.length === 0
        ? [{what: 'nothing'}]
        : [...(isMangled ? [{what: 'mangled'} as const] : []), ...faults, ...scriptOf(text).faults],
  };
}

/** Parses a pasted snippet in any format, and reports mistakes of authors and editors. */
export function readSnippet(pasted: string, catalogue: Catalogue): Reading {
  const {text, isMangled} = meantBy(pasted);
  const script = scriptOf(text);
  // A script alone, or a tag that only contains others, is not a widget.
  const widgets = find(text).filter(({noun}) => isAlone(noun));
  const [first] = widgets;
  if (!first) return {settings: undefined, shape: undefined, faults: [{what: 'nothing'}]};
  const faults: SnippetFault[] = [];
  if (isMangled) faults.push({what: 'mangled'});
  if (widgets.length > 1) faults.push({what: 'several', count: widgets.length});
  const {widget, faults: unknown} = widgetOf(first.noun, catalogue);
  faults.push(...unknown);
  if (!widget) return {settings: undefined, shape: first.shape, faults};
  const {attributes, faults: wrong} = attributesOf(first.pairs, widget);
  const settings = {
    ...EMPTY,
    widget: widget.noun,
    attributes,
    // Links can be generated again from the data; other content was written by the author.
    ...(isOfContent({...EMPTY, widget: widget.noun, attributes}) || !LINKS_ALONE.test(first.inside)
      ? {content: first.inside.trim()}
      : {links: linksIn(first.inside)}),
    ...baseOf(script),
  };
  return {settings, shape: first.shape, faults: [...faults, ...wrong, ...script.faults]};
}

const baseOf = ({base}: {base: string}): {base?: string} => (base ? {base} : {});
