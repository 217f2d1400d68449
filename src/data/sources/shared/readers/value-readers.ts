import {isObject, type JsonObject, ownValue} from '../../../../model/schemas/schema-builder.js';
import {linkEmail} from '../../../../model/schemas/safe-urls.js';
import {parseJsonIn} from './cell-json.js';
import {firstText, richTextOf, TEXT_KEYS} from './rich-text.js';

// Converters for values as people write them in spreadsheets and web forms. An unreadable value is returned unchanged,
// so that record validation reports it.

/** Maximum length of a text; longer ones are cut. They mostly come from a wrongly mapped column. */
const MAX_TEXT_LENGTH = 5_000;

const LANGUAGE_KEYS = ['@language', 'language', 'langcode', 'lang'];
/** Keys of the name of an object. */
const NAME_KEYS =
  'label libelle nom name naam titre title titel intitule bezeichnung family lastName last_name literal'.split(
    ' ',
  );
/** Keys of the given name of a person. */
const GIVEN_NAME_KEYS = 'given firstName first_name prenom voornaam vorname'.split(' ');
/** Keys for a text in no language, in Drupal and ActivityPub. */
const NO_LANGUAGE = ['und', 'zxx', '@none', 'x-default', 'default'];

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
    Object.entries(value)
      // DATAtourisme writes `@fr`.
      .map(
        ([key, part]) =>
          [
            key.replace(/^@(?=..$)/, ''),
            (Array.isArray(part) ? part[0] : part) as unknown,
          ] as const,
      )
      // Systems in several languages write an empty text for a missing translation.
      .filter(([, text], _, texts) => text !== '' || texts.every(([, other]) => other === '')),
  );
}

/** Reads a text, or texts by language. */
export function readText(value: unknown): unknown {
  const rich = richTextOf(value);
  if (rich !== undefined) return rich || undefined;
  if (Array.isArray(value)) {
    const texts = value.filter(isObject).map(textOfObject);
    if (texts.length > 0 && texts.every(isObject)) return Object.assign({}, ...texts.reverse());
    const parts = value.map((part: unknown) => (isObject(part) ? textOfObject(part) : part));
    return readText(parts.filter(isPrimitive).join(', '));
  }
  if (isObject(value)) return textOfObject(value);
  if (!isPrimitive(value)) return undefined;
  const text = String(value).trim();
  if (text === '') return undefined;
  const cell = [parseJsonIn(text)].flat();
  if (cell.some(part => typeof part === 'string' || isObject(part))) return readText(cell);
  return text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH).trimEnd()}…` : text;
}

const isPrimitive = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value) && value === value;

/** Code or year as pandas writes a whole number of a column with empty cells: `69001.0`. */
const FLOAT = /^(\d{4,})\.0$/;

/**
 * Reads one word or code: of a list the first, of an object in JSON-LD its value, of texts by language one of them, of
 * `schema:Museum` the type, of `59400#Cambrai` the commune.
 */
export function readWord(value: unknown): unknown {
  if (Array.isArray(value)) return readWord((contentOf(value) as unknown[])[0]);
  const text = isObject(value) ? textOfObject(value) : undefined;
  const word = isObject(value)
    ? (ownValue(value, '@value') ??
      (isObject(text) ? firstText(text, ['fr', 'nl', 'en', 'de']) : undefined))
    : readText(value);
  return typeof word === 'string'
    ? word.replace(FLOAT, '$1').replace(/^schema:|^\d{5}#(?=\D)/, '')
    : word;
}

/**
 * Returns the content of an envelope: of JSON:API or Strapi, `{"data": {"attributes": {…}}}`, or of a list in Grist,
 * `["L", "Eau", "Bois"]`.
 */
function contentOf(value: unknown): unknown {
  if (Array.isArray(value)) return value[0] === 'L' ? (value.slice(1) as unknown[]) : value;
  return isObject(value) && (value['data'] ?? value['attributes'])
    ? contentOf(value['data'] ?? value['attributes'])
    : value;
}

/** Returns the name of an object: `{"id": 3, "nom": "Eau"}`, `{"given": "Anna", "family": "Petit"}`. */
function nameIn(value: unknown): unknown {
  const content = contentOf(value);
  if (!isObject(content)) return content;
  const name = [firstText(content, GIVEN_NAME_KEYS), firstText(content, NAME_KEYS)];
  return name.filter(Boolean).join(' ') || firstText(content, TEXT_KEYS);
}

/** Reads several texts: an array, or one cell with `;` or `|` as delimiter. Of objects, the names. */
export function readList(value: unknown): unknown {
  const content = contentOf(value);
  const parts =
    Array.isArray(content) || isObject(content)
      ? [content].flat()
      : (parseJsonIn(content) ?? splitDelimited(content));
  if (!Array.isArray(parts)) return value;
  const texts = parts.map(part => readText(nameIn(part))).filter(text => typeof text === 'string');
  return texts.length > 0 ? [...new Set(texts)] : undefined;
}

const splitDelimited = (value: unknown): unknown =>
  typeof value === 'string' ? value.split(/[;|]/) : value;

/** Reads keywords: like a list, and one cell with `,` or ` / ` as delimiter. */
export const readKeywords = (value: unknown): unknown =>
  readList(
    typeof value === 'string' && !/[;|]|^\s*[[{]/.test(value) ? value.split(/,| \/ /) : value,
  );

/** True if some cells contain several values, separated by `;` or `|`. */
export const hasDelimitedValues = (values: readonly unknown[]): boolean =>
  values.some(value => {
    const list = typeof value === 'string' ? readList(value) : undefined;
    return Array.isArray(list) && list.length > 1;
  });

/** True for choices of a web form, `Eau, Bois`: some word occurs in several different cells. */
export function separatesByComma(values: readonly unknown[]): boolean {
  const cells = [...new Set(values)].filter(value => typeof value === 'string');
  const words = cells.flatMap(cell => [...new Set(cell.split(',').map(word => word.trim()))]);
  return cells.some(cell => cell.includes(',')) && new Set(words).size < words.length;
}

/**
 * Reads a number: `50,12`, `2 239 644,01 €`, `4.058.333,01€`, `1,234.5`. Of two kinds of separator the last one is the
 * decimal separator; one that occurs several times groups thousands.
 */
export function readNumber(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const digits = value.replace(/[\s\u00a0\u202f'’€%]|EUR/g, '');
  if (!/^[+-]?(?=[.,]*\d)[\d.,]+(?:e[+-]?\d+)?$/i.test(digits))
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

/** Amount with its unit: `850 k€`, `2,3 M€ HT`, `1,2 million d’euros`. */
const AMOUNT =
  /^\s*([\d\s\u00a0\u202f'’.,]*\d)\s*(?:(k)|(m|mio|millions?|miljoen|millionen))?\s*(?:d['’])?(?:€|euros?|eur)\s*(?:ht|ttc|excl\.?|incl\.?)?\s*$/i;

/** Maximum length of an amount or of coordinates; the patterns take a time that grows with the square of the length. */
export const MAX_NUMBER_LENGTH = 200;

/** Reads an amount of money in euros: a number, thousands (`k€`) or millions (`M€`), before or after taxes. */
export function readAmount(value: unknown): unknown {
  const text = typeof value === 'string' && value.length <= MAX_NUMBER_LENGTH ? value : '';
  const [, digits, thousands, millions] = AMOUNT.exec(text) ?? [];
  // A sum of money has no three decimals: `550.000 EUR`.
  const whole = thousands || millions ? digits : digits?.replace(/^(\d{1,3})[.,](?=\d{3}$)/, '$1');
  const number = readNumber(whole ?? value);
  if (digits === undefined || typeof number !== 'number') return number;
  return Math.round(number * (thousands ? 1e3 : millions ? 1e6 : 1) * 100) / 100;
}

/** Returns the address of a picture of OpenAgenda: `{"base": "https://cdn.example/", "filename": "a.jpg"}`. */
const baseAndName = ({base, filename}: JsonObject): unknown =>
  typeof base === 'string' && typeof filename === 'string' ? base + filename : undefined;

const FILE_NAME = /^[^/]+\.(?:jpe?g|png|webp|gif|avif|svg|pdf)$/i;

/**
 * Reads a URL: the first one in a cell. `https://` is added to one without a scheme, `mailto:` to an e-mail address,
 * `https://doi.org/` to a DOI. A single word such as `non` is none.
 */
export function readLink(value: unknown): unknown {
  const content = contentOf(value);
  if (Array.isArray(content)) return readLink(content[0]);
  const text = isObject(content)
    ? (content['url'] ?? content['src'] ?? content['href'] ?? baseAndName(content))
    : readWord(content);
  if (typeof text !== 'string') return undefined;
  const [first] = /https?:\/\/(?:(?![;,]http)[^\s"'<>|])+/i.exec(text) ?? [];
  if (first) return first.replace(/(?<![;,.)])[;,.)]+$/, '');
  if (/^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]\S*)?$/i.test(text) && !FILE_NAME.test(text))
    return `https://${text}`;
  const [doi] = /\b10\.\d{4,9}\/\S+$/.exec(text) ?? [];
  if (doi !== undefined) return `https://doi.org/${doi}`;
  const link = linkEmail(text);
  return /[\s/.?#:]/.test(link) ? link : undefined;
}

/**
 * Reads the URL of a picture, with `https:` for `http:`: secure pages block other pictures, except those of this
 * machine.
 */
export function readPicture(value: unknown): unknown {
  const link = readLink(value);
  return typeof link === 'string'
    ? link.replace(/^http:(?!\/\/(?:localhost|127\.|\[::1\]))/i, 'https:')
    : link;
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
  return typeof text === 'string' && /^[1-9](?:\d{8}|(?:[ .]\d\d){4})$/.test(text)
    ? `0${text}`
    : text;
}

/** Reads an e-mail address, the first of several, also from a `mailto:` link: `mailto:mairie@ors.fr?subject=…`. */
export function readEmail(value: unknown): unknown {
  const text = readWord(value);
  return typeof text === 'string' ? text.replace(/^mailto:|[?\s;,/].*$/gi, '') : text;
}
