import {type Catalogue, isAlone, nearest, type Widget} from './catalogue.js';
import type {SnippetFault} from './findings.js';
import {decode, readPairs, readTags, textOf} from './html.js';
import {isRelative} from './addresses.js';
import {EMPTY, isOfContent, type Link, type Settings, type Shape} from './settings.js';
import {checkValue} from './values.js';

/** What a pasted snippet says, and what is wrong with it. */
export interface Reading {
  /** Undefined where nothing of ours is in it. */
  readonly settings: Settings | undefined;
  readonly shape: Shape | undefined;
  readonly faults: readonly SnippetFault[];
}

/** A widget in a text, however it is written. */
interface Found {
  readonly shape: Shape;
  readonly noun: string;
  readonly pairs: ReadonlyMap<string, string>;
  /** What stands inside, as it is written. */
  readonly inside: string;
}

const SCRIPTS = /\/(?:spass-widgets(?:\.all)?|spass-iframe)\.js$/;
/** Names of a version that another one may stand under tomorrow. */
const MOVING = /(?:^|[/@])(?:latest|main|master|head|next|\d+(?:\.\d+)?)(?:\/|$)/i;

/** An attribute whose quotes are none, and what was escaped once more. */
const MANGLED = /=\s*(?:[“”„‟″«]|&(?:amp;)*quot;)|&amp;(?:amp|quot|lt|gt|#\d+);/;

/** What editors do to quotes and brackets, undone. */
function mend(text: string): string {
  return text
    .replace(/&(?:amp;)+(quot|lt|gt|amp|#\d+);/g, '&$1;')
    .replace(/=\s*&quot;(.*?)&quot;/g, '="$1"')
    .replace(/=\s*[“”„‟″«]\s*([^“”„‟″«»"]*?)\s*[“”„‟″»]/g, '="$1"')
    .replace(/&lt;(?=\/?(?:spass-|spass\||div\b|iframe\b|script\b|a\b|ul\b|li\b))/g, '<')
    .replace(/(<[^<>]*?)&gt;/g, '$1>');
}

/** Whether an address names no whole version, so that what stands there may be another one tomorrow. */
export const isMoving = (address: string): boolean => MOVING.test(address);

function linksIn(html: string): Link[] {
  const links: Link[] = [];
  for (const [, attributes = '', text = ''] of html.matchAll(/<a\s([^>]*)>(.*?)<\/a>/gis)) {
    const {href, lang} = Object.fromEntries(readPairs(attributes));
    if (href) links.push({title: textOf(text), url: href, ...(lang ? {lang} : {})});
  }
  return links;
}

/** What a fallback is made of. */
const LINKS_ALONE = /^(?:\s|<\/?(?:ul|li|p)>|<a\s[^>]*>[^<]*<\/a>)*$/i;

/** Up to its own closing tag, or all that is left. */
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

/** The folder of the script, and what is wrong with how it is named. */
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

/** Attributes that any element may have, and that are the page's own affair. */
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
    // A flag is set by being there, whatever its value, in HTML; elsewhere a writer says no.
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

/** A tag or a short code that names something of ours, whatever its brackets have become. */
const OURS = /(?:<|&(?:amp;)*lt;|\[)[^<>[]*\bspass\b[^<>\]]*/g;

/** The text that was meant, and whether an editor has been at it. */
function meantBy(pasted: string): {text: string; isMangled: boolean} {
  const mended = mend(pasted);
  const isMangled =
    (pasted.match(OURS) ?? []).some(one => MANGLED.test(one)) ||
    (find(pasted).length === 0 && find(mended).length > 0);
  return {text: isMangled ? mended : pasted, isMangled};
}

/** What is known of the widget that was meant, and the fault where its name is another. */
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

/** Every widget of a page as it was published, by the name that it has there, and what is wrong with them. */
export function readPage(
  page: string,
  catalogue: Catalogue,
): {readonly nouns: readonly string[]; readonly faults: readonly SnippetFault[]} {
  // What stands in scripts is no part of what is shown.
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

/** Reads what a webmaster pastes back: any shape, with the mistakes of hands and editors named. */
export function readSnippet(pasted: string, catalogue: Catalogue): Reading {
  const {text, isMangled} = meantBy(pasted);
  const script = scriptOf(text);
  // A script alone, and what only holds others, say nothing of a widget.
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
    // A list of links is found again from the data; whatever else stands inside is its author's.
    ...(isOfContent({...EMPTY, widget: widget.noun, attributes}) || !LINKS_ALONE.test(first.inside)
      ? {content: first.inside.trim()}
      : {links: linksIn(first.inside)}),
    ...baseOf(script),
  };
  return {settings, shape: first.shape, faults: [...faults, ...wrong, ...script.faults]};
}

const baseOf = ({base}: {base: string}): {base?: string} => (base ? {base} : {});
