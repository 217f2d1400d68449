import {type Catalogue, isStandalone, closestMatch, type Widget} from './catalogue.js';
import type {SnippetDiagnostic} from './snippet-diagnostic.js';
import {decodeEntities, parseAttributes, parsePairs, parseTags, textOf} from './html.js';
import {isRelative} from './addresses.js';
import {
  DEFAULT_SETTINGS,
  showsOwnContent,
  type Link,
  type SnippetSettings,
  type SnippetFormat,
} from './settings.js';
import {checkValue} from './values.js';

/** Settings read from a pasted snippet, with its problems. */
export interface ParsedSnippet {
  /** Undefined if no widget was found. */
  readonly settings: SnippetSettings | undefined;
  readonly format: SnippetFormat | undefined;
  readonly diagnostics: readonly SnippetDiagnostic[];
}

/** Widget found in a text, in any format. */
interface WidgetMatch {
  readonly format: SnippetFormat;
  readonly noun: string;
  readonly pairs: ReadonlyMap<string, string>;
  /** Names given more than once, in formats whose readers do not agree on the first one. */
  readonly repeated?: readonly string[];
  /** Content of the tag, not parsed. */
  readonly inside: string;
}

/** Reads a widget whose noun is one of its pairs. A CMS uses the last of two equal names, a frame shows nothing. */
function matchPairs(
  all: readonly (readonly [string, string])[],
): Pick<WidgetMatch, 'noun' | 'pairs' | 'repeated'> {
  const names = all.map(([name]) => name);
  const pairs = new Map(all);
  const noun = pairs.get('widget') ?? '';
  pairs.delete('widget');
  const repeated = new Set(names.filter((name, i) => name !== '' && names.indexOf(name) < i));
  return {noun, pairs, repeated: [...repeated]};
}

const SCRIPT_PATH = /\/(?:spass-widgets(?:\.all)?|spass-iframe)\.js$/;
/** Names of versions whose content may change. */
const MUTABLE_VERSION = /(?:^|[/@])(?:latest|main|master|head|next|\d+(?:\.\d+)?)(?:\/|$)/i;

/** Attributes with typographic quotes, and doubly escaped entities. */
const MANGLED = /=\s*(?:[“”„‟″«]|&(?:amp;)*quot;)|&amp;(?:amp|quot|lt|gt|#\d+);/;

/** Reverts changes that editors make to quotes and brackets. */
function repair(text: string): string {
  return text
    .replace(/&(?:amp;)+(quot|lt|gt|amp|#\d+);/g, '&$1;')
    .replace(/=\s*&quot;(.*?)&quot;/g, '="$1"')
    .replace(/=\s*[“”„‟″«]\s*([^“”„‟″«»"]*?)\s*[“”„‟″»]/g, '="$1"')
    .replace(/&lt;(?=\/?(?:spass-|spass\||div\b|iframe\b|script\b|a\b|ul\b|li\b))/g, '<')
    .replace(/(<[^<>]*?)&gt;/g, '$1>');
}

/** True if a URL names no full version, so that its content may change. */
export const hasMutableVersion = (url: string): boolean => MUTABLE_VERSION.test(url);

function parseLinks(html: string): Link[] {
  const links: Link[] = [];
  for (const [, attributes = '', text = ''] of html.matchAll(/<a\s([^>]*)>(.*?)<\/a>/gis)) {
    const {href, lang} = Object.fromEntries(parseAttributes(attributes));
    if (href) links.push({title: textOf(text), url: href, ...(lang ? {lang} : {})});
  }
  return links;
}

/** Markup of a list of links, as used for fallback content. */
const LINKS_ONLY = /^(?:\s|<\/?(?:ul|li|p)>|<a\s[^>]*>[^<]*<\/a>)*$/i;

/** Returns the content up to the closing tag, or to the end of the text. */
const contentFrom = (html: string, from: number, name: string): string => {
  const end = html.indexOf(`</${name}`, from);
  return html.slice(from, end < 0 ? undefined : end);
};

function matchTags(html: string): WidgetMatch[] {
  return parseTags(html).flatMap(({name, attributes, end}): WidgetMatch[] => {
    const inside = (): string => contentFrom(html, end, name);
    if (/^spass-[a-z]/.test(name))
      return [{format: 'element', noun: name.slice(6), pairs: attributes, inside: inside()}];
    const placeholderNoun = attributes.get('data-spass');
    if (placeholderNoun !== undefined) {
      const own = [...attributes].filter(
        ([one]) => one.startsWith('data-') && one !== 'data-spass',
      );
      const pairs = new Map(own.map(([one, value]) => [one.slice(5), value]));
      return [{format: 'placeholder', noun: placeholderNoun.trim(), pairs, inside: inside()}];
    }
    const address = attributes.get('src') ?? '';
    if (name !== 'iframe' || !/\/embed\.html\?/.test(address)) return [];
    const parameters = new URLSearchParams(address.slice(address.indexOf('?') + 1));
    return [{format: 'frame', ...matchPairs([...parameters]), inside: ''}];
  });
}

function matchShortcodes(text: string): WidgetMatch[] {
  const shortcodes = /\[spass\s([^\]]*)\](?:((?:(?!\[spass\s).)*?)\[\/spass\])?/gis;
  return [...text.matchAll(shortcodes)].map(([, attributes = '', inside = '']) => ({
    format: 'shortcode',
    ...matchPairs(parsePairs(attributes)),
    inside,
  }));
}

function matchBlocks(text: string): WidgetMatch[] {
  const blocks =
    /<!--\s*wp:spass-widgets\/widget\s+(\{.*?\})\s*(?:\/-->|-->(.*?)<!--\s*\/wp:spass-widgets\/widget)/gs;
  return [...text.matchAll(blocks)].flatMap(([, json = '', inner = '']): WidgetMatch[] => {
    try {
      const {widget, settings} = JSON.parse(json) as {widget?: unknown; settings?: unknown};
      const pairs = Object.entries(settings ?? {}).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]);
      const noun = typeof widget === 'string' ? widget : 'resource-list';
      const inside = inner.replace(/<!--.*?-->/gs, '').trim();
      return [{format: 'block', noun, pairs: new Map(pairs), inside}];
    } catch {
      return [];
    }
  });
}

function matchSpipModels(text: string): WidgetMatch[] {
  return [...text.matchAll(/<spass\d*\|([^>]*)>/gi)].map(([, argumentsText = '']) => {
    const all = argumentsText.split('|').map((one): [string, string] => {
      const [name = '', ...value] = one.split('=');
      return [name.trim(), decodeEntities(value.join('=').trim())];
    });
    return {format: 'spip', ...matchPairs(all), inside: ''};
  });
}

/** Returns the folder of the script, and the problems of its URL. */
function parseScript(html: string): {base: string; faults: SnippetDiagnostic[]} {
  for (const {name, attributes} of parseTags(html)) {
    const address = attributes.get('src') ?? '';
    const path = address.replace(/[?#].*$/, '');
    if (name !== 'script' || !SCRIPT_PATH.test(path)) continue;
    const base = path.slice(0, path.lastIndexOf('/'));
    const faults: SnippetDiagnostic[] = [];
    if (hasMutableVersion(base)) faults.push({what: 'movingAddress', got: address});
    if (!attributes.has('integrity')) faults.push({what: 'noHash'});
    return {base, faults};
  }
  return {base: '', faults: []};
}

/** Attributes that any element may have; they belong to the page. */
const PAGE_ATTRIBUTES = new Set([
  'id',
  'class',
  'style',
  'title',
  'slot',
  'dir',
  'hidden',
  'align',
]);

function validateAttributes(
  pairs: WidgetMatch['pairs'],
  widget: Widget,
): {attributes: Record<string, string>; faults: SnippetDiagnostic[]} {
  const attributes: Record<string, string> = {};
  const faults: SnippetDiagnostic[] = [];
  for (const [name, value] of pairs) {
    const known = widget.attributes.get(name);
    if (!known) {
      if (PAGE_ATTRIBUTES.has(name) || /^(?:data|aria)-/.test(name)) continue;
      const meant = closestMatch(name, widget.attributes.keys());
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

const findWidgets = (text: string): WidgetMatch[] => [
  ...matchBlocks(text),
  ...matchShortcodes(text),
  ...matchSpipModels(text),
  ...matchTags(text.replace(/<!--.*?-->/gs, '')),
];

/** Tag or shortcode of this package, with its brackets intact or escaped. */
const PACKAGE_MARKUP = /(?:<|&(?:amp;)*lt;|\[)[^<>[]*\bspass\b[^<>\]]*/g;

/** Returns the repaired text if an editor has changed it. */
function repairIfMangled(pasted: string): {text: string; isMangled: boolean} {
  const mended = repair(pasted);
  const isMangled =
    (pasted.match(PACKAGE_MARKUP) ?? []).some(one => MANGLED.test(one)) ||
    (findWidgets(pasted).length === 0 && findWidgets(mended).length > 0);
  return {text: isMangled ? mended : pasted, isMangled};
}

const reportRepeated = ({repeated = []}: WidgetMatch): SnippetDiagnostic[] =>
  repeated.map(got => ({what: 'repeated', got}));

/** Returns the widget of a name, or the closest one with a diagnostic. */
function resolveWidget(
  got: string,
  catalogue: Catalogue,
): {widget?: Widget | undefined; faults: SnippetDiagnostic[]} {
  const noun = catalogue.has(got) ? got : closestMatch(got, catalogue.keys());
  return {
    widget: noun === undefined ? undefined : catalogue.get(noun),
    faults: noun === got ? [] : [{what: 'unknownWidget', got, meant: noun}],
  };
}

/** Finds all widgets of a published page, with their problems. */
export function parsePage(
  page: string,
  catalogue: Catalogue,
): {readonly nouns: readonly string[]; readonly faults: readonly SnippetDiagnostic[]} {
  // The content of scripts is not part of the page.
  const {text, isMangled} = repairIfMangled(
    page.replace(/(<script\b[^>]*>).*?<\/script>/gis, '$1'),
  );
  const found = findWidgets(text);
  const faults = found
    .filter(({noun}) => isStandalone(noun))
    .flatMap(one => {
      const {widget, faults: unknown} = resolveWidget(one.noun, catalogue);
      const wrong = widget ? validateAttributes(one.pairs, widget).faults : [];
      return [...reportRepeated(one), ...unknown, ...wrong];
    });
  return {
    nouns: found.map(({noun}) => noun),
    faults:
      found.length === 0
        ? [{what: 'nothing'}]
        : [
            ...(isMangled ? [{what: 'mangled'} as const] : []),
            ...faults,
            ...parseScript(text).faults,
          ],
  };
}

/** Parses a pasted snippet in any format, and reports mistakes of authors and editors. */
export function parseSnippet(pasted: string, catalogue: Catalogue): ParsedSnippet {
  const {text, isMangled} = repairIfMangled(pasted);
  const script = parseScript(text);
  // A script alone, or a tag that only contains others, is not a widget.
  const widgets = findWidgets(text).filter(({noun}) => isStandalone(noun));
  const [first] = widgets;
  if (!first) return {settings: undefined, format: undefined, diagnostics: [{what: 'nothing'}]};
  const faults: SnippetDiagnostic[] = [];
  if (isMangled) faults.push({what: 'mangled'});
  if (widgets.length > 1) faults.push({what: 'several', count: widgets.length});
  faults.push(...reportRepeated(first));
  const {widget, faults: unknown} = resolveWidget(first.noun, catalogue);
  faults.push(...unknown);
  if (!widget) return {settings: undefined, format: first.format, diagnostics: faults};
  const {attributes, faults: wrong} = validateAttributes(first.pairs, widget);
  const settings = {
    ...DEFAULT_SETTINGS,
    widget: widget.noun,
    attributes,
    // Links can be generated again from the data; other content was written by the author.
    ...(showsOwnContent({...DEFAULT_SETTINGS, widget: widget.noun, attributes}) ||
    !LINKS_ONLY.test(first.inside)
      ? {content: first.inside.trim()}
      : {links: parseLinks(first.inside)}),
    ...optionalBase(script),
  };
  return {settings, format: first.format, diagnostics: [...faults, ...wrong, ...script.faults]};
}

const optionalBase = ({base}: {base: string}): {base?: string} => (base ? {base} : {});
