import {createDiagnostic, type Diagnostic, type ReportDiagnostic} from '../messages/diagnostic.js';
import {parseColourList} from '../../model/colours.js';
import {checkBlock, checkMessageOverrides, checkTemplateKind} from './block-checks.js';
import {
  BLOCK_NAMES,
  type Blocks,
  blocksFor,
  escapeDataBlocks,
  parseBlocks,
  parseMessageOverrides,
} from './blocks.js';
import {type Catalogue, isStandalone, type Widget} from './catalogue.js';
import {findWidgets, isInside, repairIfMangled, type WidgetMatch} from './find-widgets.js';
import {parseAttributes, parseTags, textOf} from './html.js';
import {
  DEFAULT_SETTINGS,
  type LayerSettings,
  type Link,
  showsOwnContent,
  type SnippetFormat,
  type SnippetSettings,
  type WidgetSettings,
} from './settings.js';
import {resolveWidget, validateAttributes} from './tag-checks.js';

/** Settings read from a pasted snippet, with its problems. */
export interface ParsedSnippet {
  /** Undefined if no widget was found. */
  readonly settings: SnippetSettings | undefined;
  readonly format: SnippetFormat | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Tags that a snippet may contain. */
interface Catalogues {
  readonly catalogue: Catalogue;
  readonly dependent: Catalogue;
}

const SCRIPT_PATH = /\/(?:spass-widgets(?:\.all)?|spass-iframe)\.js$/;
/** Names of versions whose content may change. */
const MUTABLE_VERSION = /(?:^|[/@])(?:latest|main|master|head|next|\d+(?:\.\d+)?)(?:\/|$)/i;

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

/** Returns the folder of the script, else of the frame, empty if there is none; reports the problems of its URL. */
function parseScript(html: string, report: ReportDiagnostic): string {
  let frameBase = '';
  for (const {name, attributes} of parseTags(html)) {
    const url = attributes.get('src') ?? '';
    const path = url.replace(/[?#].*$/, '');
    const base = path.slice(0, path.lastIndexOf('/'));
    if (name === 'iframe' && path.endsWith('/embed.html')) frameBase ||= base;
    if (name !== 'script' || !SCRIPT_PATH.test(path)) continue;
    if (hasMutableVersion(base)) report('error', {}, 'movingAddress', url);
    if (!attributes.has('integrity')) report('error', {}, 'noHash');
    return base;
  }
  return frameBase;
}

/** Returns a list of diagnostics, and the handler that adds to it. */
function collectDiagnostics(): {diagnostics: Diagnostic[]; report: ReportDiagnostic} {
  const diagnostics: Diagnostic[] = [];
  return {
    diagnostics,
    report: (severity, location, ...message) =>
      void diagnostics.push(createDiagnostic(severity, location, ...message)),
  };
}

/** Finds all widgets of a published page, with their problems. */
export function parsePage(
  page: string,
  catalogue: Catalogue,
  dependent: Catalogue = new Map(),
): {readonly nouns: readonly string[]; readonly diagnostics: readonly Diagnostic[]} {
  const {diagnostics, report} = collectDiagnostics();
  // The content of scripts is not part of the page.
  const {text, isMangled} = repairIfMangled(
    page.replace(/(<script\b[^>]*>).*?<\/script>/gis, '$1'),
  );
  const found = findWidgets(text);
  if (found.length === 0) report('error', {}, 'noWidget');
  else {
    if (isMangled) report('error', {}, 'mangled');
    for (const one of found) {
      const widget = isStandalone(one.noun)
        ? resolveWidget(one.noun, catalogue, report)
        : dependent.get(one.noun);
      if (widget) validateAttributes(one, widget, report);
    }
    parseScript(text, report);
  }
  return {
    nouns: found.map(({noun}) => noun),
    // In a published page a URL may be relative.
    diagnostics: diagnostics.filter(({code}) => code !== 'relativeAddress'),
  };
}

/** Returns the colours of a tag: its own style, or a list in the formats without one. */
function coloursOf({attributes}: WidgetMatch): Readonly<Record<string, string>> {
  const style = attributes.get('style') ?? '';
  const own = style.split(';').filter(one => /^\s*--spass-/i.test(one));
  return Object.fromEntries([
    ...parseColourList(own.join(';')),
    ...parseColourList(attributes.get('colours') ?? ''),
  ]);
}

/** Returns the colours of a rule in the style sheet that was pasted with the snippet. */
const ruleColours = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(/(?:^|[\s}>])spass-[a-z-]+\s*\{([^{}<]*)\}/g)].flatMap(([, rule = '']) => [
      ...parseColourList(rule),
    ]),
  );

const LAYER_TAG =
  /<(spass-layer)\b[^>]*>.*?<\/\1\s*>|<(div)\b[^>]*\bdata-spass="layer"[^>]*>.*?<\/\2\s*>/gis;

/** Returns the blocks that a widget uses, and reports the others and their mistakes. */
function validateBlocks(
  {noun, attributes}: Widget,
  given: Blocks,
  unknownKinds: readonly string[],
  report: ReportDiagnostic,
): Blocks {
  const known = blocksFor(noun, attributes.has('api'));
  const names = BLOCK_NAMES.filter(name => given[name] !== undefined);
  for (const used of [...unknownKinds, ...names.filter(name => !known.includes(name))])
    checkTemplateKind(used, known, report);
  const used = names.filter(name => known.includes(name));
  for (const name of used) checkBlock(name, given[name] ?? '', report);
  return Object.fromEntries(used.map(name => [name, given[name]]));
}

/** Returns the settings of a layer, and reports its mistakes. */
function readLayer(
  match: WidgetMatch,
  layer: Widget | undefined,
  report: ReportDiagnostic,
): LayerSettings {
  // An unclosed tag contains the layers after it.
  const [content = ''] = match.content.split(/<spass-layer\b|<div\b[^>]*\bdata-spass="layer"/i);
  const {items = ''} = parseBlocks(content).blocks;
  checkBlock('items', items, report);
  return {attributes: layer ? validateAttributes(match, layer, report) : {}, items};
}

/** Returns the settings of a widget that was found, and reports its mistakes. */
function readWidget(
  match: WidgetMatch,
  all: readonly WidgetMatch[],
  {catalogue, dependent}: Catalogues,
  report: ReportDiagnostic,
): WidgetSettings | undefined {
  const widget = resolveWidget(match.noun, catalogue, report);
  if (!widget) return undefined;
  const attributes = validateAttributes(match, widget, report);
  const layer = dependent.get('layer');
  const layers = all
    .filter(one => one.noun === 'layer' && isInside(one, match))
    .map(one => readLayer(one, layer, report));
  const {blocks, unknownKinds, rest: content} = parseBlocks(match.content.replace(LAYER_TAG, ''));
  // Links can be generated again from the data; other content was written by the author.
  const isWritten = showsOwnContent({widget: widget.noun, attributes}) || !LINKS_ONLY.test(content);
  return {
    widget: widget.noun,
    attributes,
    layers,
    blocks: validateBlocks(widget, blocks, unknownKinds, report),
    content: isWritten ? content : '',
    links: isWritten ? [] : parseLinks(content),
  };
}

/**
 * Parses a pasted snippet in any format, and reports mistakes of authors and editors.
 *
 * @param dependent Tags that only make sense with others.
 */
export function parseSnippet(
  pasted: string,
  catalogue: Catalogue,
  dependent: Catalogue = new Map(),
): ParsedSnippet {
  const {diagnostics, report} = collectDiagnostics();
  const {text: repaired, isMangled} = repairIfMangled(pasted);
  const text = escapeDataBlocks(repaired);
  const found = findWidgets(text);
  // A script alone, or a tag that only contains others, is not a widget.
  const widgets = found.filter(({noun}) => noun !== '' && isStandalone(noun));
  const [first] = widgets;
  if (!first) {
    report('fatal', {}, 'noSnippet');
    return {settings: undefined, format: undefined, diagnostics};
  }
  const {format} = first;
  if (isMangled) report('warning', {}, 'repaired');
  const around = found.find(one => one.noun === 'portal' && isInside(first, one));
  const together = around ? widgets.filter(one => isInside(one, around)) : [first];
  if (together.length < widgets.length) report('warning', {}, 'several', widgets.length);
  const catalogues = {catalogue, dependent};
  const settings = readWidget(first, found, catalogues, report);
  if (!settings) return {settings: undefined, format, diagnostics};
  const portal = around && dependent.get('portal');
  const after = together.slice(1).flatMap(one => readWidget(one, found, catalogues, report) ?? []);
  const base = parseScript(text, report);
  const messageOverrides = parseMessageOverrides(text);
  for (const [language, json] of Object.entries(messageOverrides))
    checkMessageOverrides(language, json, report);
  return {
    settings: {
      ...DEFAULT_SETTINGS,
      ...settings,
      colours: {...ruleColours(text), ...coloursOf(around ?? first), ...coloursOf(first)},
      portal: portal && {
        attributes: validateAttributes(around, portal, report),
        before: [],
        after,
      },
      messageOverrides,
      ...(base && {base}),
    },
    format,
    diagnostics,
  };
}
