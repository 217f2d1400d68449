import {COMMUNE_CODE} from '../../data/sources/shared/columns/column-fit.js';
import {type ReportDiagnostic, type SourceLocation, quotedValue} from '../messages/diagnostic.js';

const LINK_FIELD = /(?:^|\.)(?:url|src)$/;
const CODE_FIELD = /(?:^|\.)insee$/;
const ZERO_FIELD = /(?:^|\.)insee$|^postalCode$/;
/** UTF-8, Mac Roman or code page 850 decoded as windows-1252, and replacement characters. */
const MISDECODED =
  /Ã[\u0080-¿©¨ªà§´®¯¹»¢¶]|â€[™œ\u009d“”¦]|[\u0080-\u009f\ufffd]|(?<=\p{Ll})[‚…ŠˆŽ‡](?=\p{Ll})/u;
const TITLE_FIELD = /^(?:title|name)(?:\.|$)/;
/** True for a text with several words in capitals and without small letters. */
const isInCapitals = (text: string): boolean =>
  !/\p{Ll}/u.test(text) && text.split(' ').filter(word => /\p{Lu}{2}/u.test(word)).length > 1;
/** Number of titles in capitals below which they are acronyms. */
const MIN_CAPITALS = 3;
const HTML_TAG = /<\/?(?:p|br|b|i|a|em|strong|div|span|ul|li|h[1-6]|img|font)\b[^<>]*>/i;

/**
 * Checks a single cell, and reports values that may have been misread.
 *
 * @param value Value of the field in the record.
 */
export function checkCell(
  target: string,
  raw: unknown,
  value: unknown,
  location: SourceLocation,
  report: ReportDiagnostic,
): void {
  if (typeof raw !== 'string' && typeof raw !== 'number') return;
  const text = String(raw).trim();
  if (LINK_FIELD.test(target)) {
    const [given, ...others] = text.match(/https?:\/\/[^\s"'<>|]+/gi) ?? [];
    if (given !== undefined && others.length > 0) report('error', location, 'severalLinks', given);
    else if (given === undefined && value === `https://${text}`)
      report('warning', location, 'bareLink', value);
    else if (target.endsWith('.src') && /^http:/i.test(text))
      report('warning', location, 'bareLink', String(value));
  }
  if (target === 'email' && text.replace('@', '').includes('@') && typeof value === 'string')
    report('error', location, 'severalLinks', value);
  if (ZERO_FIELD.test(target) && value === `0${text}`)
    report('warning', location, 'lostZero', text, value);
}

interface CountedProblem {
  readonly code: 'misdecodedText' | 'htmlInText' | 'invalidCommuneCode' | 'titlesInCapitals';
  readonly location: SourceLocation;
  readonly value: string;
  count: number;
}

/** Counts problems that usually affect many cells of a column, to report each once per column. */
export class ColumnChecks {
  readonly #problems = new Map<string, CountedProblem>();

  checkCell(target: string, raw: unknown, location: SourceLocation): void {
    const isCell = typeof raw === 'string' || typeof raw === 'number';
    if (isCell && CODE_FIELD.test(target) && !COMMUNE_CODE.test(String(raw).trim()))
      this.#count('invalidCommuneCode', raw, location);
    if (typeof raw !== 'string') return;
    if (MISDECODED.test(raw)) this.#count('misdecodedText', raw, location);
    if (TITLE_FIELD.test(target) && isInCapitals(raw))
      this.#count('titlesInCapitals', raw, location);
    if (HTML_TAG.test(raw)) this.#count('htmlInText', raw, location);
  }

  #count(code: CountedProblem['code'], raw: unknown, location: SourceLocation): void {
    const key = `${code} ${location.name ?? ''}`;
    const seen = this.#problems.get(key);
    if (seen) seen.count++;
    else this.#problems.set(key, {code, location, value: quotedValue(raw), count: 1});
  }

  report(report: ReportDiagnostic): void {
    for (const {code, location, value, count} of this.#problems.values())
      if (code === 'titlesInCapitals') {
        if (count >= MIN_CAPITALS) report('warning', location, code, count);
      } else if (code === 'htmlInText') report('warning', location, code, count);
      else report('warning', location, code, count, value);
  }
}
