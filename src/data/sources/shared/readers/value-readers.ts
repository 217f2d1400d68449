import type {TerritoryKind} from '../../../../model/query.js';
import {isObject, type JsonObject, ownValue} from '../../../../model/schemas/schema-builder.js';
import {isTerritoryCode} from '../../../../model/geo/territory.js';
import {codeOfName} from './territory-names.js';

// Converters for values as people write them in spreadsheets and web forms. An unreadable value is returned unchanged,
// so that record validation reports it.

/** Maximum length of a text; longer ones are cut. They mostly come from a wrongly mapped column. */
const MAX_TEXT_LENGTH = 5_000;

/** Keys of the text in an object: JSON-LD, Drupal, and XML that became JSON. */
const TEXT_KEYS = ['@value', 'processed', 'value', '#text', 'text'];
const LANGUAGE_KEYS = ['@language', 'language', 'langcode', 'lang'];
/** Keys of the name of an object. */
const NAME_KEYS = 'label libelle nom name naam titre title titel intitule bezeichnung'.split(' ');
/** Keys for a text in no language, in Drupal and ActivityPub. */
const NO_LANGUAGE = ['und', 'zxx', '@none', 'x-default', 'default'];

const firstText = (value: JsonObject, keys: readonly string[]): string | undefined =>
  keys.map(key => ownValue(value, key)).find(text => typeof text === 'string');

/**
 * Returns the text of an object: `{"@value": "Fête", "@language": "fr"}`, `{"processed": "<p>Fête</p>"}`, `{"und":
 * "Fête"}`. Texts by language are unchanged, but for lists, of which the first counts.
 */
function textOfObject(value: JsonObject): unknown {
  const text = firstText(value, TEXT_KEYS);
  const language = firstText(value, LANGUAGE_KEYS);
  if (text !== undefined) return language === undefined ? text : {[language]: text};
  const plain = firstText(value, NO_LANGUAGE);
  if (plain !== undefined && Object.keys(value).length === 1) return plain;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, Array.isArray(part) ? part[0] : part]),
  );
}

/** Reads a text, or texts by language. */
export function readText(value: unknown): unknown {
  if (Array.isArray(value)) {
    const texts = value.filter(isObject).map(textOfObject);
    if (texts.length > 0 && texts.every(isObject)) return Object.assign({}, ...texts.reverse());
    return readText(value.filter(part => isPrimitive(part)).join(', '));
  }
  if (isObject(value)) return textOfObject(value);
  if (!isPrimitive(value)) return undefined;
  const text = String(value).trim();
  if (text === '') return undefined;
  return text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH).trimEnd()}…` : text;
}

const isPrimitive = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value) && value === value;

/** Reads one word or code. */
export function readWord(value: unknown): unknown {
  if (Array.isArray(value)) return readWord(value[0]);
  return isObject(value) ? undefined : readText(value);
}

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

/** Returns the name of an object: `{"id": 3, "nom": "Eau"}`. */
const nameIn = (value: unknown): unknown =>
  isObject(value) ? (firstText(value, NAME_KEYS) ?? firstText(value, TEXT_KEYS)) : value;

/** Reads several texts: an array, or one cell with `;` or `|` as delimiter. Of objects, the names. */
export function readList(value: unknown): unknown {
  const parts = Array.isArray(value) ? value : (parseCellJson(value) ?? splitDelimited(value));
  if (!Array.isArray(parts)) return value;
  const texts = parts.map(part => readText(nameIn(part))).filter(text => typeof text === 'string');
  return texts.length > 0 ? [...new Set(texts)] : undefined;
}

const splitDelimited = (value: unknown): unknown =>
  typeof value === 'string' ? value.split(/[;|]/) : value;

/** Parses JSON in a cell; undefined if it is none. */
export function parseCellJson(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Reads a number: `50,12`, `2 239 644,01 €`, `4.058.333,01€`, `1,234.5`. Of two kinds of separator the last one is the
 * decimal separator; one that occurs several times groups thousands.
 */
export function readNumber(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const digits = value.replace(/[\s\u00a0\u202f'’€%]|EUR/g, '');
  if (!/^[+-]?[\d.,]*\d[\d.,]*(?:e[+-]?\d+)?$/i.test(digits))
    return digits === '' ? undefined : value;
  const [comma, point] = [digits.lastIndexOf(','), digits.lastIndexOf('.')];
  const decimal = comma > point ? ',' : '.';
  const grouping = decimal === ',' ? '.' : ',';
  const ungrouped = digits.replaceAll(grouping, '');
  const separatorCount = ungrouped.split(decimal).length - 1;
  const number = Number(
    separatorCount > 1 ? ungrouped.replaceAll(decimal, '') : ungrouped.replace(decimal, '.'),
  );
  return Number.isNaN(number) ? value : number;
}

const FILE_NAME = /^[^/]+\.(?:jpe?g|png|webp|gif|avif|svg|pdf)$/i;

/**
 * Reads a URL: the first one in a cell. `https://` is added to one without a scheme. A single word such as `non` is none.
 */
export function readLink(value: unknown): unknown {
  const text = isObject(value) ? (value['url'] ?? value['src'] ?? value['href']) : readWord(value);
  if (typeof text !== 'string') return undefined;
  const [first] = /https?:\/\/[^\s"'<>|]+/i.exec(text) ?? [];
  if (first) return first.replace(/[;,.)]+$/, '');
  if (/^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]\S*)?$/i.test(text) && !FILE_NAME.test(text))
    return `https://${text}`;
  return /[\s/.?#:]/.test(text) ? text : undefined;
}

/** Reads one or more URLs as attachments. */
export function readAttachments(value: unknown): unknown {
  const list = Array.isArray(value) ? value : readList(value);
  if (!Array.isArray(list)) return list;
  return list.map((file: unknown) => (isObject(file) ? file : {url: readLink(file)}));
}

/** Reads partners by name, with the country in brackets: `CAUE du Nord (FR); Parc des Plaines de l’Escaut (BE)`. */
export function readPartners(value: unknown): unknown {
  const list = Array.isArray(value) ? value : readList(value);
  if (!Array.isArray(list)) return list;
  return list.map((text: unknown) => {
    if (isObject(text)) return text;
    const [, name, country] = /^(.*\S)\s*\(([A-Za-z]{2})\)$/.exec(String(text)) ?? [];
    return name === undefined ? {name: text} : {name, country: country?.toUpperCase()};
  });
}

/** Reads an own field: one text, or a list if a cell has several values. */
export function readOwnField(value: unknown): unknown {
  const list = Array.isArray(value) || typeof value === 'string' ? readList(value) : undefined;
  return Array.isArray(list) && list.length > 1 ? list : readWord(value);
}

/** Reads a telephone number, with the zero restored that a spreadsheet has removed: `327000000` is `0327000000`. */
export function readTelephone(value: unknown): unknown {
  const text = readWord(value);
  // French, Dutch and Belgian mobile numbers have nine digits after the zero.
  return typeof text === 'string' && /^[1-9]\d{8}$/.test(text) ? `0${text}` : text;
}
