import {
  TEMPLATE_ATTRIBUTES,
  TEMPLATE_ELEMENTS,
  TEMPLATE_KINDS,
  type TemplateKind,
} from '../../model/schemas/template-elements.js';
import {type AllowedMarkup, allowedContent} from './allowed-content.js';
import {decodeReferences} from '../../data/sources/shared/readers/plain-text.js';
import {parseAttributes} from './html.js';

/** Parts of a tag that are not shown as they are: own templates, and records as JSON. */
export const BLOCK_NAMES = [...TEMPLATE_KINDS, 'items'] as const;
export type BlockName = (typeof BLOCK_NAMES)[number];
export type Blocks = Readonly<Partial<Record<BlockName, string>>>;

/** Templates that a widget uses; an explorer passes them to the widgets inside. */
const TEMPLATES_OF: Readonly<Record<string, readonly TemplateKind[]>> = {
  'portal-cards': ['card'],
  'resource-list': ['row'],
  agenda: ['row'],
  directory: ['row'],
  'project-map': ['popup'],
  explorer: TEMPLATE_KINDS,
};

export const blocksFor = (noun: string, hasData: boolean): readonly BlockName[] => [
  ...(TEMPLATES_OF[noun] ?? []),
  ...(hasData ? (['items'] as const) : []),
];

/** Markup that a template may contain. */
export const TEMPLATE_MARKUP: AllowedMarkup = {
  elements: TEMPLATE_ELEMENTS,
  isAllowed: name => name === 'class' || TEMPLATE_ATTRIBUTES.includes(name),
};

/** Returns the text of a block as it may be taken from a link: templates without code. */
export const allowedBlock = (name: BlockName, text: string): string =>
  name === 'items' ? text : allowedContent(text, TEMPLATE_MARKUP);

const TEMPLATE = /<template\b([^>]*)>(.*?)<\/template\s*>/gis;
const DATA_BLOCK = /<script\b([^>]*)>(.*?)<\/script\s*>/gis;
const isJson = (attributes: ReadonlyMap<string, string>): boolean =>
  attributes.get('type')?.trim().toLowerCase() === 'application/json';

/** Returns a text without the indentation that all its lines have in common. */
function withoutIndentation(text: string): string {
  const lines = text.replace(/^\s*\n|\s+$/g, '').split('\n');
  const indents = lines.filter(line => line.trim()).map(line => /^\s*/.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents);
  return lines.map(line => line.slice(Number.isFinite(indent) ? indent : 0)).join('\n');
}

/**
 * Escapes the tags in the JSON of data blocks, so that they are not parsed as tags of the snippet. JSON that an editor
 * has escaped as a whole is decoded.
 */
export const escapeDataBlocks = (html: string): string =>
  html.replace(DATA_BLOCK, (whole, attributes: string, json: string) =>
    isJson(parseAttributes(attributes))
      ? `<script${attributes}>${dataText(json.includes('"') ? json : decodeReferences(json))}</script>`
      : whole,
  );

/** Content of a tag, with its blocks apart. */
interface ParsedBlocks {
  readonly blocks: Blocks;
  /** Values of `data-for` that are none. */
  readonly unknownKinds: readonly string[];
  /** Content without the blocks. */
  readonly rest: string;
}

/** Takes the blocks from the content of a tag; the first of each kind counts. */
export function parseBlocks(content: string): ParsedBlocks {
  const blocks: Partial<Record<BlockName, string>> = {};
  const unknownKinds: string[] = [];
  const rest = content
    .replace(TEMPLATE, (whole, attributes: string, html: string) => {
      const used = parseAttributes(attributes).get('data-for');
      if (used === undefined) return whole;
      const kind = TEMPLATE_KINDS.find(one => one === used);
      if (kind) blocks[kind] ??= withoutIndentation(html);
      else unknownKinds.push(used);
      return '';
    })
    .replace(DATA_BLOCK, (whole, text: string, json: string) => {
      const attributes = parseAttributes(text);
      if (!isJson(attributes)) return whole;
      if (!attributes.has('data-spass-messages')) blocks.items ??= withoutIndentation(json);
      return '';
    });
  return {blocks, unknownKinds, rest: rest.trim()};
}

/** Returns the message overrides of a page, as JSON by language. */
export function parseMessageOverrides(html: string): Readonly<Record<string, string>> {
  const overrides: Record<string, string> = {};
  for (const [, text = '', json = ''] of html.matchAll(DATA_BLOCK)) {
    const attributes = parseAttributes(text);
    if (isJson(attributes) && attributes.has('data-spass-messages'))
      overrides[attributes.get('lang') ?? ''] ??= withoutIndentation(json);
  }
  return overrides;
}

/** Returns JSON for a data block: an end tag in a text must not end the element. */
const dataText = (json: string): string => json.replaceAll('<', '\\u003c');

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');

/** Returns the markup of the blocks of a tag. */
export const formatBlocks = (blocks: Blocks): string =>
  BLOCK_NAMES.flatMap(name => {
    const text = blocks[name]?.trim();
    if (!text) return [];
    return name === 'items'
      ? [`<script type="application/json">\n${indented(dataText(text.trim()))}\n</script>\n`]
      : [
          `<template data-for="${name}">\n${indented(allowedContent(text, TEMPLATE_MARKUP))}\n</template>\n`,
        ];
  }).join('');

/** Returns the markup of the message overrides of a page. */
export const formatMessageOverrides = (overrides: Readonly<Record<string, string>>): string =>
  Object.entries(overrides)
    .filter(([, json]) => json.trim())
    .map(
      ([language, json]) =>
        `<script type="application/json" data-spass-messages${language && ` lang="${language}"`}>\n${indented(dataText(json.trim()))}\n</script>\n`,
    )
    .join('');
