import {type ForeignRecord, valueAt} from './foreign-record.js';
import {readWord} from '../readers/value-readers.js';
import type {WarningHandler} from '../warning-log.js';

/** Returns the raw value of one of our fields, or undefined. */
type ValueReader = (record: ForeignRecord) => unknown;

/** Returns the quoted text of an alternative; undefined for a path. */
export const quotedText = (part: string): string | undefined => /^"(.*)"$/s.exec(part)?.[1];

/**
 * Returns a reader for one alternative: a path, or a quoted template in which `{path}` is replaced by a value of the
 * record. Values are percent-encoded if the template is a URL. A template with a missing value gives undefined.
 */
export function createValueReader(part: string): ValueReader {
  const template = quotedText(part);
  if (template === undefined) return record => valueAt(record, part);
  const encode = /^(?:[a-z]+:|\/)/i.test(template) ? encodeURIComponent : String;
  return record => {
    let isComplete = true as boolean;
    const text = template.replace(/\{([^{}]+)\}/g, (_, path: string) => {
      const value = readWord(valueAt(record, path.trim()));
      if (typeof value !== 'string') isComplete = false;
      return encode(String(value));
    });
    return isComplete ? text : undefined;
  };
}

/** Returns the source paths that an alternative reads. */
export const pathsIn = (part: string): string[] =>
  part.startsWith('"')
    ? [...part.matchAll(/\{([^{}]+)\}/g)].map(([, path = '']) => path.trim())
    : [part];

/** Splits a text at a delimiter outside quotes. */
export const splitUnquoted = (text: string, delimiter: ';' | '|'): string[] =>
  (text.match(delimiter === ';' ? /(?:"[^"]*"|[^";])+/g : /(?:"[^"]*"|[^"|])+/g) ?? []).map(part =>
    part.trim(),
  );

/**
 * Parses the `fields` attribute: `title: nom | name; geo: position; type: "document"`. Malformed parts are reported and
 * left out.
 */
export function parseFields(
  text: string,
  warn: WarningHandler,
): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, readonly string[]>();
  for (const part of splitUnquoted(text, ';')) {
    if (part === '') continue;
    const [, name, paths] = /^((?![\w.]*__proto__)[\w.]+)\s*:\s*(.+)$/s.exec(part) ?? [];
    if (name === undefined || paths === undefined)
      warn(`fields="…": "${part}" is not of the form title: nom | name`);
    else fields.set(name, splitUnquoted(paths, '|').filter(Boolean));
  }
  return fields;
}
