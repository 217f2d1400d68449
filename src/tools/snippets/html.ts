import {decodeReferences} from '../../data/sources/shared/readers/plain-text.js';

// Parser for the few tags of a snippet. The browser's own parser would need a Trusted Types policy that accepts HTML of
// strangers, and silently repairs errors that should be reported.

export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Index of the end of the tag in the text. */
  readonly end: number;
}

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Parses all `name="value"` pairs in order, repeated names included. One without a value has the value ''. */
export const parsePairs = (text: string): [name: string, value: string][] =>
  [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
    name.toLowerCase(),
    decodeReferences(double ?? single ?? bare ?? ''),
  ]);

/** Parses the attributes of a tag in order; the first of two equal names counts. */
export function parseAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [name, value] of parsePairs(text))
    if (!attributes.has(name)) attributes.set(name, value);
  return attributes;
}

/** Parses the start tags of a text, in order. */
export function parseTags(text: string): Tag[] {
  // No bracket opens outside of quotes, so that a page of unclosed tags is not read to its end from each of them.
  const tag = /<([a-z][a-z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi;
  return [...text.matchAll(tag)].map(match => ({
    name: (match[1] ?? '').toLowerCase(),
    attributes: parseAttributes((match[2] ?? '').replace(/\/$/, '')),
    end: match.index + match[0].length,
  }));
}

/** Returns the text between tags, with white space collapsed. */
export const textOf = (html: string): string =>
  decodeReferences(html.replace(/<[^<>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
