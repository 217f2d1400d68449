import type {TerritoryKind} from '../../../../model/query.js';
import {isObject, type JsonObject, ownValue} from '../../../../model/schemas/schema-builder.js';
import {linkEmail} from '../../../../model/schemas/safe-urls.js';
import {isTerritoryCode} from '../../../../model/geo/territory.js';
import {fold} from '../../../../model/fold.js';
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
      .map(([key, part]) => [key, (Array.isArray(part) ? part[0] : part) as unknown] as const)
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

/** Reads one word or code: of a list the first, of an object in JSON-LD its value. */
export function readWord(value: unknown): unknown {
  if (Array.isArray(value)) return readWord((contentOf(value) as unknown[])[0]);
  return isObject(value) ? ownValue(value, '@value') : readText(value);
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

/**
 * Returns what an envelope contains: of JSON:API or Strapi, `{"data": {"attributes": {…}}}`, or of a list in Grist, `["L",
 * "Eau", "Bois"]`.
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

/** True for choices of a web form, `Eau, Bois`: some word stands in several different cells. */
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
  const number = readNumber(digits ?? value);
  if (digits === undefined || typeof number !== 'number') return number;
  return Math.round(number * (thousands ? 1e3 : millions ? 1e6 : 1) * 100) / 100;
}

const FILE_NAME = /^[^/]+\.(?:jpe?g|png|webp|gif|avif|svg|pdf)$/i;

/**
 * Reads a URL: the first one in a cell. `https://` is added to one without a scheme, `mailto:` to an e-mail address,
 * `https://doi.org/` to a DOI. A single word such as `non` is none.
 */
export function readLink(value: unknown): unknown {
  const content = contentOf(value);
  if (Array.isArray(content)) return readLink(content[0]);
  const text = isObject(content)
    ? (content['url'] ?? content['src'] ?? content['href'])
    : readWord(content);
  if (typeof text !== 'string') return undefined;
  const [first] = /https?:\/\/[^\s"'<>|]+/i.exec(text) ?? [];
  if (first) return first.replace(/(?<![;,.)])[;,.)]+$/, '');
  if (/^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]\S*)?$/i.test(text) && !FILE_NAME.test(text))
    return `https://${text}`;
  const [doi] = /\b10\.\d{4,9}\/\S+$/.exec(text) ?? [];
  if (doi !== undefined) return `https://doi.org/${doi}`;
  const link = linkEmail(text);
  return /[\s/.?#:]/.test(link) ? link : undefined;
}

/** Reads the URL of a picture, with `https:` for `http:`: browsers load no other in a page of today, but from this machine. */
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
  return typeof text === 'string' && /^[1-9]\d{8}$/.test(text) ? `0${text}` : text;
}

/** Reads an e-mail address, also from a `mailto:` link: `mailto:mairie@ors.fr?subject=…`. */
export function readEmail(value: unknown): unknown {
  const text = readWord(value);
  return typeof text === 'string' ? text.replace(/^mailto:|\?.*$/gi, '') : text;
}

/** First letters of the words in a name, without those of articles and prepositions inside it. */
const INITIALS = /(?:^|[ '’-](?!(?:sur|sous|l[aeè]?[sz]?|d[eu]?s?|e[nt]|aux?|à)[ '’-]))./g;

/** Reads the name of a commune. One in capitals only is written in small letters: `Villeneuve d'Ascq`. */
export function readCommuneName(value: unknown): unknown {
  const name = readWord(value);
  return typeof name !== 'string' || /[\p{Ll}\d]/u.test(name)
    ? name
    : name.toLowerCase().replace(INITIALS, initial => initial.toUpperCase());
}

/** Names of départements and regions by code (INSEE, code officiel géographique 2024). */
const NAMES: Readonly<Partial<Record<TerritoryKind, string>>> = {
  departement:
    '01 ain,02 aisne,03 allier,04 alpes de haute provence,05 hautes alpes,06 alpes maritimes,07 ardeche,08 ardennes,' +
    '09 ariege,10 aube,11 aude,12 aveyron,13 bouches du rhone,14 calvados,15 cantal,16 charente,17 charente maritime,' +
    '18 cher,19 correze,2A corse du sud,2B haute corse,21 cote d or,22 cotes d armor,23 creuse,24 dordogne,25 doubs,' +
    '26 drome,27 eure,28 eure et loir,29 finistere,30 gard,31 haute garonne,32 gers,33 gironde,34 herault,' +
    '35 ille et vilaine,36 indre,37 indre et loire,38 isere,39 jura,40 landes,41 loir et cher,42 loire,43 haute loire,' +
    '44 loire atlantique,45 loiret,46 lot,47 lot et garonne,48 lozere,49 maine et loire,50 manche,51 marne,' +
    '52 haute marne,53 mayenne,54 meurthe et moselle,55 meuse,56 morbihan,57 moselle,58 nievre,59 nord,60 oise,61 orne,' +
    '62 pas de calais,63 puy de dome,64 pyrenees atlantiques,65 hautes pyrenees,66 pyrenees orientales,67 bas rhin,' +
    '68 haut rhin,69 rhone,70 haute saone,71 saone et loire,72 sarthe,73 savoie,74 haute savoie,75 paris,' +
    '76 seine maritime,77 seine et marne,78 yvelines,79 deux sevres,80 somme,81 tarn,82 tarn et garonne,83 var,' +
    '84 vaucluse,85 vendee,86 vienne,87 haute vienne,88 vosges,89 yonne,90 territoire de belfort,91 essonne,' +
    '92 hauts de seine,93 seine saint denis,94 val de marne,95 val d oise,971 guadeloupe,972 martinique,973 guyane,' +
    '974 la reunion,974 reunion,976 mayotte',
  region:
    '01 guadeloupe,02 martinique,03 guyane,04 la reunion,04 reunion,06 mayotte,11 ile de france,24 centre val de loire,' +
    '27 bourgogne franche comte,28 normandie,32 hauts de france,44 grand est,52 pays de la loire,53 bretagne,' +
    '75 nouvelle aquitaine,76 occitanie,84 auvergne rhone alpes,93 provence alpes cote d azur,93 paca,94 corse',
};

const codesByName = new Map<TerritoryKind, ReadonlyMap<string, string>>();

function namesOf(kind: TerritoryKind): ReadonlyMap<string, string> {
  const known = codesByName.get(kind);
  if (known) return known;
  const entries = (NAMES[kind] ?? '').split(',').map((entry): [string, string] => {
    const [code = '', ...words] = entry.split(' ');
    return [words.join(' '), code];
  });
  const names = new Map(entries);
  codesByName.set(kind, names);
  return names;
}

/** Returns the code of a French territory: of its name, or stated with it: `Nord`, `Nord (59)`, `59 - Nord`. */
function codeOfName(text: string, kind: TerritoryKind): string | undefined {
  const words = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const named = namesOf(kind).get(words.replace(/^\d\w+ | \d\w+$/g, ''));
  const stated = /^(\d\w+) \D|\D (\d\w+)$/.exec(words);
  const code = (stated?.[1] ?? stated?.[2])?.toUpperCase();
  return named ?? (code !== undefined && isTerritoryCode(kind, code) ? code : undefined);
}
