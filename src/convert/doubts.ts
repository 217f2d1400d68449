import {type Find, type Place, quotedValue} from './finding.js';
import {withZero} from './readers.js';

const LINK = /(?:^|\.)(?:url|src)$/;
const CODE = /(?:^|\.)insee$/;
/** Municipality code of INSEE, Statbel, CBS or a German Gemeinde. */
const COMMUNE = /^(?:\d{5}|2[AB]\d{3}|(?:GM)?\d{4}|\d{8})$/i;
/** UTF-8 decoded as windows-1252, and replacement characters. */
const GARBLED = /Ã[\u0080-¿©¨ªà§´®¯¹»¢¶]|â€[™œ\u009d“”¦]|\ufffd/;
const MARKUP = /<\/?(?:p|br|b|i|a|em|strong|div|span|ul|li|h[1-6]|img|font)\b[^>]*>/i;

/** Checks a single cell, and reports values that may have been misread. */
export function findDoubts(target: string, raw: unknown, place: Place, find: Find): void {
  if (typeof raw !== 'string' && typeof raw !== 'number') return;
  const text = String(raw).trim();
  if (LINK.test(target)) {
    const [given, ...more] = text.match(/https?:\/\/[^\s"'<>|]+/gi) ?? [];
    if (given !== undefined && more.length > 0)
      find('dropped', place, {what: 'severalLinks', given});
    else if (given === undefined && /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]\S*)?$/i.test(text))
      find('doubt', place, {what: 'bareLink', given: `https://${text}`});
  }
  if (CODE.test(target) && withZero(text) !== text)
    find('doubt', place, {what: 'lostZero', got: text, given: withZero(text)});
}

interface Seen {
  readonly what: 'garbled' | 'markup' | 'oddCode';
  readonly place: Place;
  readonly got: string;
  count: number;
}

/** Counts problems that usually affect many cells of a column, to report each once per column. */
export class ColumnDoubts {
  readonly #seen = new Map<string, Seen>();

  look(target: string, raw: unknown, place: Place): void {
    if (CODE.test(target) && !COMMUNE.test(String(raw).trim())) this.#count('oddCode', raw, place);
    if (typeof raw !== 'string') return;
    if (GARBLED.test(raw)) this.#count('garbled', raw, place);
    if (MARKUP.test(raw)) this.#count('markup', raw, place);
  }

  #count(what: Seen['what'], raw: unknown, place: Place): void {
    const key = `${what} ${place.name ?? ''}`;
    const seen = this.#seen.get(key);
    if (seen) seen.count++;
    else this.#seen.set(key, {what, place, got: quotedValue(raw), count: 1});
  }

  tell(find: Find): void {
    for (const {what, place, got, count} of this.#seen.values())
      find('doubt', place, what === 'markup' ? {what, count} : {what, got, count});
  }
}
