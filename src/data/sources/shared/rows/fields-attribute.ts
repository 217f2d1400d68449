import type {WarningHandler} from '../warning-log.js';

/** Returns the quoted text of an alternative; undefined for a path. */
export const quotedText = (part: string): string | undefined => /^"(.*)"$/s.exec(part)?.[1];

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
    const [, name, paths] =
      /^((?![\w.]*__proto__)(?:extra\.[^:]*[^:\s]|[\w.]+))\s*:\s*(.+)$/s.exec(part) ?? [];
    if (name === undefined || paths === undefined)
      warn(`fields="…": "${part}" is not of the form title: nom | name`);
    else fields.set(name, splitUnquoted(paths, '|').filter(Boolean));
  }
  return fields;
}
