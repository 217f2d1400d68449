import {LineCounter, parseDocument, visit} from 'yaml';
import {PublishError} from '../command-line.js';
import {linkEmail} from '../../../../src/model/schemas/safe-urls.js';
import {isObject} from '../../../../src/model/schemas/schema-builder.js';
import type {Picture} from '../../../../src/model/records.js';
import type {Text} from '../../../../src/model/text.js';
import {fold} from '../../../../src/model/fold.js';
import {isLanguage, type Language, messagesOf} from '../messages/messages.js';

/** Name of the file with the settings of a portal. */
export const CONFIG_FILE = 'portail.yaml';

/** Appearance of pages and widgets. */
export const SKINS = ['caue', 'plain', 'dsfr'] as const;
export type Skin = (typeof SKINS)[number];

const CONFORMITIES = ['none', 'partial', 'full'] as const;
export type Conformity = (typeof CONFORMITIES)[number];

/** Point of a picture, as fractions of its width and height from the top left corner. */
export type FocusPoint = NonNullable<Picture['focus']>;

/** Settings of a portal. */
export interface PortalConfig {
  readonly title: Text;
  readonly subtitle?: Text;
  readonly territory?: Text;
  /** Languages of the pages; pages in the first are in the folder itself. */
  readonly languages: readonly [Language, ...Language[]];
  /** Colour of headings and lines, `#rrggbb`. */
  readonly accent?: string;
  readonly skin: Skin;
  /** E-mail address, or address of a page. */
  readonly contact?: string;
  /** Address under which the portal will be found, with a final slash. */
  readonly base?: string;
  readonly licence?: Text;
  readonly publisher?: Text;
  readonly director?: Text;
  readonly host?: Text;
  readonly cover?: string;
  /** Points that stay visible where pictures are cropped, by the name of the file. */
  readonly focus?: Readonly<Record<string, FocusPoint>>;
  /** True if published pictures keep their metadata, such as the place where they were taken. */
  readonly keepsMetadata?: boolean;
  /** Result of an accessibility audit of the whole site. */
  readonly accessibility: Conformity;
  /** Columns that are shown as they are, since no field has their name. */
  readonly keep: readonly string[];
  /** Columns and sheets that are left out without a message. */
  readonly ignore: readonly string[];
}

type ConfigKey = keyof PortalConfig;

/** Names of the settings in French, Dutch, English and German; folded. */
const NAMES: Readonly<Record<ConfigKey, string>> = {
  title: 'titre titel title',
  subtitle: 'sous-titre ondertitel subtitle untertitel',
  territory: 'territoire gebied territory gebiet',
  languages: 'langues talen languages sprachen',
  accent: 'couleur kleur colour color farbe',
  skin: 'habillage huisstijl skin aussehen',
  contact: 'contact kontakt',
  base: 'adresse adres address',
  licence: 'licence licentie license lizenz',
  publisher: 'editeur uitgever publisher herausgeber',
  director: 'directeur-de-publication verantwoordelijke director verantwortlich',
  host: 'hebergeur hosting host hoster',
  accessibility: 'accessibilite toegankelijkheid accessibility barrierefreiheit',
  cover: 'image-de-couverture omslagfoto cover titelbild',
  focus: 'cadrage uitsnede focus bildausschnitt',
  keepsMetadata: 'metadonnees metadata metadaten',
  keep: 'colonnes-gardees behouden-kolommen keep behaltene-spalten',
  ignore: 'ignorer negeren ignore ignorieren',
};

const KEYS: ReadonlyMap<string, ConfigKey> = new Map(
  Object.entries(NAMES).flatMap(([key, names]) =>
    names.split(' ').map(name => [name, key as ConfigKey] as const),
  ),
);

/** Aliases would let a small file become a huge one. */
const MAX_ALIASES = 0;

/**
 * Returns the settings in a file; reports what cannot be used, with its line.
 *
 * @throws {PublishError} if it is no YAML: without its title, address and languages, a site would replace a good one.
 */
export function parseConfig(
  source: string,
  fallbackTitle: string,
  fileName: string,
  report: (line: string) => void,
): PortalConfig {
  const lines = new LineCounter();
  const document = parseDocument(source, {lineCounter: lines, uniqueKeys: true});
  const messages = messagesOf('fr');
  const say = (line: number, text: string): void =>
    report(`${fileName}, ${messages.line(line)} : ${text}`);
  if (document.errors.length > 0)
    throw new PublishError(
      document.errors
        .map(({message, pos}) => {
          const reason = messages.invalidYaml(message.split('\n')[0] ?? '');
          return `${fileName}, ${messages.line(lines.linePos(pos[0]).line)} : ${reason}`;
        })
        .join('\n'),
    );
  const aliases: unknown[] = [];
  visit(document, {Alias: (_, node) => void aliases.push(node)});
  const values: unknown = aliases.length > 0 ? '' : document.toJS({maxAliasCount: MAX_ALIASES});
  if (values !== null && !isObject(values))
    throw new PublishError(`${fileName} : ${messages.notSettings}`);
  const found = new Map<ConfigKey, unknown>();
  for (const [name, value] of Object.entries(values ?? {})) {
    const key = KEYS.get(
      fold(name)
        .trim()
        .replace(/[\s_]+/g, '-'),
    );
    const position = source.search(new RegExp(`^${escapePattern(name)}\\s*:`, 'm'));
    const line = position < 0 ? 1 : lines.linePos(position).line;
    if (value === '' || (value === null && !hasLostValue(source, line, key))) continue;
    // An unquoted colour is a comment to YAML.
    const read = key && value !== null ? READERS[key](value) : undefined;
    if (!key)
      say(
        line,
        messages.unknownSetting(
          name,
          [...new Set(Object.values(NAMES).map(all => all.split(' ')[0] ?? ''))].join(', '),
        ),
      );
    else if (read === undefined)
      say(line, messages.invalidSetting(name, shown(value), messages.expectedSetting[key]));
    else found.set(key, read);
  }
  return {
    title: fallbackTitle,
    languages: ['fr'],
    skin: 'caue',
    accessibility: 'none',
    keep: [],
    ignore: [],
    ...Object.fromEntries(found),
  };
}

/** True if the value of a known setting starts with `#`, so that YAML reads none. */
const hasLostValue = (source: string, line: number, key: ConfigKey | undefined): boolean =>
  key !== undefined && /:\s*#\S/.test(source.split('\n')[line - 1] ?? '');

const shown = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Reads a text, or one for each language. */
function readText(value: unknown): Text | undefined {
  if (typeof value === 'string' || typeof value === 'number') return String(value).trim();
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value);
  return entries.length > 0 &&
    entries.every(([key, text]) => isLanguage(key) && typeof text === 'string')
    ? (value as Record<string, string>)
    : undefined;
}

const readList = (value: unknown): readonly string[] | undefined => {
  const list: unknown[] = Array.isArray(value) ? value : String(value).split(/[,;]/);
  const words = list.map(one => String(one).trim()).filter(Boolean);
  return words.length > 0 ? words : undefined;
};

function readLanguages(value: unknown): readonly Language[] | undefined {
  const list = readList(value)?.map(one => one.toLowerCase());
  return list?.every(isLanguage) ? [...new Set(list)] : undefined;
}

function readAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^https?:\/\//i.test(value) || !URL.canParse(value))
    return undefined;
  const {origin, pathname, username} = new URL(value);
  return username ? undefined : `${origin}${pathname.replace(/\/?$/, '/')}`;
}

/** Reads an e-mail address or the address of a page; returns it as a link. */
export const readContact = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined;
  const link = linkEmail(value.trim());
  return /^(?:https?|mailto):/i.test(link) && URL.canParse(link) ? link : undefined;
};

/** Words of each conformity in French, Dutch, English and German; folded. */
const CONFORMITY_WORDS = [
  /^(?:non|niet|not|nicht) /,
  /^(?:partiel|gedeelte|partial|teilweise)/,
  /^(?:total|volledig|full|voll)/,
];

/** Words by which metadata are kept or removed; folded. */
const METADATA_WORDS: ReadonlyMap<string, boolean> = new Map([
  ...['gardees', 'behouden', 'keep', 'behalten', 'true'].map(word => [word, true] as const),
  ...['supprimees', 'verwijderd', 'remove', 'entfernt', 'false'].map(
    word => [word, false] as const,
  ),
]);

/** Reads points such as `place.jpg: 30 % 80 %`: percentages from the left and from the top. */
function readFocus(value: unknown): Readonly<Record<string, FocusPoint>> | undefined {
  if (!isObject(value)) return undefined;
  const points = Object.entries(value).map(([name, text]) => {
    const [, x, y] = /^(\d{1,3})\s*%?[\s,;]+(\d{1,3})\s*%?$/.exec(String(text).trim()) ?? [];
    return [name, {x: Number(x) / 100, y: Number(y) / 100}] as const;
  });
  return points.every(([, {x, y}]) => x <= 1 && y <= 1) ? Object.fromEntries(points) : undefined;
}

/** Returns the value of each setting, or undefined if it cannot be used. */
const READERS: Readonly<Record<ConfigKey, (value: unknown) => unknown>> = {
  title: readText,
  subtitle: readText,
  territory: readText,
  languages: readLanguages,
  accent: value =>
    /^#[0-9a-f]{6}$/i.test(String(value)) ? String(value).toLowerCase() : undefined,
  skin: value => SKINS.find(skin => skin === String(value).toLowerCase()),
  contact: readContact,
  base: readAddress,
  licence: readText,
  publisher: readText,
  director: readText,
  host: readText,
  accessibility: value =>
    CONFORMITIES[CONFORMITY_WORDS.findIndex(word => word.test(fold(String(value))))],
  cover: value => (typeof value === 'string' ? value : undefined),
  focus: readFocus,
  keepsMetadata: value => METADATA_WORDS.get(fold(String(value)).trim()),
  keep: readList,
  ignore: readList,
};

/** Returns the address of the command line; undefined if it is none. */
export const parseBase = readAddress;
