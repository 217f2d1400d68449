import type {CollectionName} from '../../src/model/records.js';
import {allCollections} from './all-collections.js';
import {completeResource} from './resources.js';

/** Replaces the texts, numbers, dates, places and lists of records. Without a member, the record keeps its own. */
export interface HostileValues {
  readonly text?: (key: string) => unknown;
  readonly family?: string;
  readonly number?: unknown;
  readonly date?: unknown;
  readonly geo?: unknown;
  /** Number of times that each list is repeated. */
  readonly repeat?: number;
}

const PIECES = ['é', 'W', '🏳️‍🌈', '日本語', '\u0301', '\u202e', '&', '<', '\u00ad', '\u2060', '_'];

/** Texts that a page must survive, by their description. */
export const HOSTILE_TEXTS: Readonly<Record<string, HostileValues>> = {
  'texts without a break': {text: () => 'W'.repeat(400), family: 'W'.repeat(400)},
  'texts of two million characters': {text: () => 'abcdefg '.repeat(250_000)},
  'texts of two million characters without a break': {text: () => 'x'.repeat(2_000_000)},
  'texts of no-break spaces': {text: () => 'mot\u00a0'.repeat(200)},
  'texts of line ends and tabs': {text: () => 'a\n\t\r\n'.repeat(500)},
  'texts of marks, emoji and foreign scripts': {text: () => PIECES.join('').repeat(30)},
  'texts in two thousand languages': {
    text: key =>
      ['title', 'name', 'description', 'abstract', 'body', 'text', 'intro'].includes(key)
        ? Object.fromEntries(Array.from({length: 2000}, (_, i) => [`x${i}`, `Mot${i}`.repeat(9)]))
        : 'Nom',
  },
  'empty texts': {text: () => ''},
};

/** Numbers, dates, places and lists that a page must survive, by their description. */
export const HOSTILE_NUMBERS: Readonly<Record<string, HostileValues>> = {
  'numbers of 309 digits': {number: 1e308},
  'negative numbers': {number: -1e15},
  'numbers that are none': {number: NaN},
  'numbers as texts': {number: '12 M€'},
  'fractions of many digits': {number: 0.1 + 0.2},
  'dates of the year 0': {date: '0000-01-01'},
  'the last date of a calendar': {date: '+275760-09-13'},
  'dates of the year 9999': {date: '9999-12-31'},
  'dates of the year 1': {date: '0001-01-01'},
  'coordinates beyond all bounds': {geo: {lat: 1e308, lon: -1e308}},
  'coordinates of the pole': {geo: {lat: 90, lon: 180}},
  'lists of thousands': {repeat: 3000},
};

/** Texts that are not shown, or refer to other records. */
const KEPT_KEYS =
  /^(?:id|url|src|portals?|project|projects|programme|parent|resource|resources|kind|state|insee|family|lang|languages|accent)$/;
const DATE_KEYS = /^(?:start|end|published|created|updated|until)$/;

/** Replaces the values of a record. */
function replaceValues(value: unknown, key: string, hostile: HostileValues): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => replaceValues(item, key, hostile));
    return KEPT_KEYS.test(key)
      ? items
      : Array.from({length: hostile.repeat ?? 1}, () => items).flat();
  }
  if (key === 'family') return hostile.family ?? value;
  if (value === null || value === undefined || KEPT_KEYS.test(key)) return value;
  if (key === 'geo' && 'geo' in hostile) return hostile.geo;
  if (DATE_KEYS.test(key)) return hostile.date ?? value;
  if (typeof value === 'number') return 'number' in hostile ? hostile.number : value;
  if (typeof value === 'string') return hostile.text ? hostile.text(key) : value;
  if (typeof value !== 'object') return value;
  // A text in several languages is one text.
  if (hostile.text && 'fr' in value) return hostile.text(key);
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      key === 'geo' ? part : replaceValues(part, name, hostile),
    ]),
  );
}

type Records = Readonly<Partial<Record<CollectionName, readonly unknown[]>>>;

/** Returns records of every collection with hostile values in every field. */
export function hostileRecords(hostile: HostileValues): Records {
  const records = {...allCollections, resources: [completeResource, ...allCollections.resources]};
  return Object.fromEntries(
    Object.entries(records).map(([name, list]) => [
      name,
      list.slice(0, 8).map(record => replaceValues(record, '', hostile)),
    ]),
  );
}
