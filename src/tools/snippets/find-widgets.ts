import {decodeReferences} from '../../data/sources/shared/readers/plain-text.js';
import {parsePairs, parseTags} from './html.js';
import type {SnippetFormat} from './settings.js';

/** Widget found in a text, in any format. */
export interface WidgetMatch {
  readonly format: SnippetFormat;
  readonly noun: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Names given more than once, in formats whose readers do not agree on the first one. */
  readonly repeated?: readonly string[];
  /** Content of the tag, not parsed. */
  readonly content: string;
  /** Range of the content in the text, for tags, which can be nested. */
  readonly from?: number;
  readonly to?: number;
}

/** Reads a widget whose noun is one of its pairs. A CMS uses the last of two equal names, a frame shows nothing. */
function matchPairs(
  all: readonly (readonly [string, string])[],
): Pick<WidgetMatch, 'noun' | 'attributes' | 'repeated'> {
  const names = all.map(([name]) => name);
  const attributes = new Map(all);
  const noun = attributes.get('widget') ?? '';
  attributes.delete('widget');
  const repeated = new Set(names.filter((name, i) => name !== '' && names.indexOf(name) < i));
  return {noun, attributes, repeated: [...repeated]};
}

/** Returns the content up to the closing tag, or to the end of the text. Tags of the same name may be nested. */
function contentFrom(
  html: string,
  from: number,
  name: string,
): Pick<WidgetMatch, 'content' | 'from' | 'to'> {
  const tags = new RegExp(`<(/?)${name}(?![\\w-])`, 'gi');
  tags.lastIndex = from;
  let depth = 1;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return {content: html.slice(from, tag.index), from, to: tag.index};
  }
  return {content: html.slice(from), from, to: html.length};
}

function matchTags(html: string): WidgetMatch[] {
  return parseTags(html).flatMap(({name, attributes, end}): WidgetMatch[] => {
    if (/^spass-[a-z]/.test(name))
      return [
        {format: 'element', noun: name.slice(6), attributes, ...contentFrom(html, end, name)},
      ];
    const placeholderNoun = attributes.get('data-spass');
    if (placeholderNoun !== undefined) {
      const own = [...attributes].filter(
        ([one]) => one.startsWith('data-') && one !== 'data-spass',
      );
      return [
        {
          format: 'placeholder',
          noun: placeholderNoun.trim(),
          attributes: new Map(own.map(([one, value]) => [one.slice(5), value])),
          ...contentFrom(html, end, name),
        },
      ];
    }
    const address = attributes.get('src') ?? '';
    if (name !== 'iframe' || !/\/embed\.html\?/.test(address)) return [];
    const parameters = new URLSearchParams(address.slice(address.indexOf('?') + 1));
    return [{format: 'frame', ...matchPairs([...parameters]), content: ''}];
  });
}

function matchShortcodes(text: string): WidgetMatch[] {
  const shortcodes =
    /\[spass\s((?:(?!\[spass\s)[^\]])*)\](?:((?:(?!\[spass\s).)*?)\[\/spass\])?/gis;
  return [...text.matchAll(shortcodes)].map(([, attributes = '', content = '']) => ({
    format: 'shortcode',
    ...matchPairs(parsePairs(attributes)),
    content,
  }));
}

function matchBlocks(text: string): WidgetMatch[] {
  const blocks =
    /<!--\s*wp:spass-widgets\/widget\s+(\{(?:(?!-->|<!--).)*?\})\s*(?:\/-->|-->(.*?)<!--\s*\/wp:spass-widgets\/widget)/gs;
  return [...text.matchAll(blocks)].flatMap(([, json = '', inner = '']): WidgetMatch[] => {
    try {
      const {widget, settings} = JSON.parse(json) as {widget?: unknown; settings?: unknown};
      const pairs = Object.entries(settings ?? {}).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]);
      const noun = typeof widget === 'string' ? widget : 'resource-list';
      const content = inner.replace(/<!--.*?-->/gs, '').trim();
      return [{format: 'block', noun, attributes: new Map(pairs), content}];
    } catch {
      return [];
    }
  });
}

function matchSpipModels(text: string): WidgetMatch[] {
  return [...text.matchAll(/<spass\d*\|((?:(?!<spass)[^>])*)>/gi)].map(([, argumentsText = '']) => {
    const all = argumentsText.split('|').map((one): [string, string] => {
      const [name = '', ...value] = one.split('=');
      return [name.trim(), decodeReferences(value.join('=').trim())];
    });
    return {format: 'spip', ...matchPairs(all), content: ''};
  });
}

/** Returns true if a tag is inside another one. */
export const isInside = (inner: WidgetMatch, outer: WidgetMatch): boolean =>
  inner !== outer &&
  inner.from !== undefined &&
  outer.from !== undefined &&
  inner.from >= outer.from &&
  inner.from <= (outer.to ?? 0);

/** Finds the widgets of a text, in all formats. */
export const findWidgets = (text: string): WidgetMatch[] => [
  ...matchBlocks(text),
  ...matchShortcodes(text),
  ...matchSpipModels(text),
  ...matchTags(text.replace(/<!--.*?(?:-->|$)/gs, '')),
];

/** Attributes with typographic quotes, and doubly escaped entities. */
const MANGLED = /=\s*(?:[“”„‟″«]|&(?:amp;)*quot;)|&amp;(?:amp|quot|lt|gt|#\d+);/;

/** Reverts changes that editors make to quotes and brackets. */
function repair(text: string): string {
  return text
    .replace(/&(?:amp;)+(quot|lt|gt|amp|#\d+);/g, '&$1;')
    .replace(/=\s*&quot;(.*?)&quot;/g, '="$1"')
    .replace(/=\s*[“”„‟″«]\s*([^“”„‟″«»"]*?)\s*[“”„‟″»]/g, '="$1"')
    .replace(
      /&lt;(?=\/?(?:spass-|spass\||(?:a|div|h[1-6]|iframe|img|li|link|ol|p|script|section|span|style|template|ul)\b))/g,
      '<',
    )
    .replace(/(<[^<>]*?)&gt;/g, '$1>');
}

/** Tag or shortcode of this package, with its brackets intact or escaped. */
const PACKAGE_MARKUP = /(?:<|&(?:amp;)*lt;|\[)[^<>[]*\bspass\b[^<>\]]*/g;

/** Returns the repaired text if an editor has changed it. */
export function repairIfMangled(pasted: string): {text: string; isMangled: boolean} {
  const repaired = repair(pasted);
  const isMangled =
    (pasted.match(PACKAGE_MARKUP) ?? []).some(one => MANGLED.test(one)) ||
    (findWidgets(pasted).length === 0 && findWidgets(repaired).length > 0);
  return {text: isMangled ? repaired : pasted, isMangled};
}
