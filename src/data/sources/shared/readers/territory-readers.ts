import {fold} from '../../../../model/fold.js';
import {isTerritoryCode} from '../../../../model/geo/territory.js';
import type {TerritoryKind} from '../../../../model/query.js';
import {readWord} from './value-readers.js';

// Names and codes of communes, départements and regions.

/**
 * Returns the code of a territory, with leading zeros restored that a spreadsheet has removed: `1` is the département
 * `01`. The name of a French département or region gives its code; any other text is undefined.
 */
export function readTerritoryCode(value: unknown, kind: TerritoryKind): string | undefined {
  const text = readWord(typeof value === 'number' ? String(value) : value);
  if (typeof text !== 'string') return undefined;
  const code = text.trim().toUpperCase().padStart(2, '0');
  return isTerritoryCode(kind, code) ? code : codeOfName(text, kind);
}

/** First letters of the words in a name, without those of articles and prepositions inside it. */
const INITIALS = /(?:^|[ '’-](?!(?:sur|sous|l[aeè]?[sz]?|d[eu]?s?|e[nt]|aux?|à)[ '’-]))./g;

/**
 * Reads the name of a commune, without postal code and the routing of companies' mail: `Paris` of `75004 PARIS Cedex
 * 04`. A name in capitals only gets lower case: `Villeneuve d'Ascq`.
 */
export function readCommuneName(value: unknown): unknown {
  const text = readWord(value);
  const name = typeof text === 'string' ? text.replace(/^\d{4,5}\s+|\s+cedex\b.*$/gi, '') : '';
  return /[\p{Ll}\d]/u.test(name) || name === ''
    ? name || undefined
    : name.toLowerCase().replace(INITIALS, initial => initial.toUpperCase());
}

/** Codes by name, of each kind; loaded for data that may have names. */
const codesByName = new Map<string, ReadonlyMap<string, string>>();

/** Makes the readers read names. @param table Entries `59 nord` of each kind, separated by commas. */
export function addTerritoryNames(table: Readonly<Record<string, string>>): void {
  for (const [kind, entries] of Object.entries(table))
    codesByName.set(
      kind,
      new Map(
        entries.split(',').map((entry): [string, string] => {
          const [code = '', ...words] = entry.split(' ');
          return [words.join(' '), code];
        }),
      ),
    );
}

/** Returns the code of a French territory: of its name, or stated with it: `Nord`, `Nord (59)`, `59 - Nord`. */
function codeOfName(text: string, kind: TerritoryKind): string | undefined {
  const words = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const named = codesByName.get(kind)?.get(words.replace(/^\d\w+ | \d\w+$/g, ''));
  const stated = /^(\d\w+) \D|\D (\d\w+)$/.exec(words);
  const code = (stated?.[1] ?? stated?.[2])?.toUpperCase();
  return named ?? (code !== undefined && isTerritoryCode(kind, code) ? code : undefined);
}
