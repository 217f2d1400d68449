import {type Find, type Place, quotedValue} from './finding.js';
import {withZero} from './readers.js';

const LINK = /(?:^|\.)(?:url|src)$/;
const CODE = /(?:^|\.)insee$/;
/** What UTF-8 looks like to a program that took it for windows-1252, and what was lost altogether. */
const GARBLED = /Ã[\u0080-¿©¨ªà§´®¯¹»¢¶]|â€[™œ\u009d“”¦]|\ufffd/;
const MARKUP = /<\/?(?:p|br|b|i|a|em|strong|div|span|ul|li|h[1-6]|img|font)\b[^>]*>/i;

/** Looks at one cell, and tells what was made of it that may not be meant. */
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
  readonly place: Place;
  readonly got: string;
  count: number;
}

/** Counts what is likely to be in many cells of a column, so that it is told once. */
export class ColumnDoubts {
  readonly #seen = new Map<string, Seen>();

  look(raw: unknown, place: Place): void {
    if (typeof raw !== 'string') return;
    for (const [what, pattern] of [
      ['garbled', GARBLED],
      ['markup', MARKUP],
    ] as const) {
      if (!pattern.test(raw)) continue;
      const key = `${what} ${place.name ?? ''}`;
      const seen = this.#seen.get(key);
      if (seen) seen.count++;
      else this.#seen.set(key, {place, got: quotedValue(raw), count: 1});
    }
  }

  tell(find: Find): void {
    for (const [key, {place, got, count}] of this.#seen)
      find(
        'doubt',
        place,
        key.startsWith('garbled') ? {what: 'garbled', got, count} : {what: 'markup', count},
      );
  }
}
