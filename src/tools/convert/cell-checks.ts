import {type ReportDiagnostic, type SourceLocation, quotedValue} from './diagnostic.js';
import {restoreLeadingZero} from './readers.js';

const LINK_FIELD = /(?:^|\.)(?:url|src)$/;
const CODE_FIELD = /(?:^|\.)insee$/;
/** Municipality code of INSEE, Statbel, CBS or a German Gemeinde. */
const COMMUNE_CODE = /^(?:\d{5}|2[AB]\d{3}|(?:GM)?\d{4}|\d{8})$/i;
/** UTF-8 decoded as windows-1252, and replacement characters. */
const MISDECODED = /Ã[\u0080-¿©¨ªà§´®¯¹»¢¶]|â€[™œ\u009d“”¦]|\ufffd/;
const HTML_TAG = /<\/?(?:p|br|b|i|a|em|strong|div|span|ul|li|h[1-6]|img|font)\b[^>]*>/i;

/** Checks a single cell, and reports values that may have been misread. */
export function checkCell(
  target: string,
  raw: unknown,
  location: SourceLocation,
  report: ReportDiagnostic,
): void {
  if (typeof raw !== 'string' && typeof raw !== 'number') return;
  const text = String(raw).trim();
  if (LINK_FIELD.test(target)) {
    const [given, ...others] = text.match(/https?:\/\/[^\s"'<>|]+/gi) ?? [];
    if (given !== undefined && others.length > 0)
      report('dropped', location, {what: 'severalLinks', given});
    else if (given === undefined && /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]\S*)?$/i.test(text))
      report('doubt', location, {what: 'bareLink', given: `https://${text}`});
  }
  if (CODE_FIELD.test(target) && restoreLeadingZero(text) !== text)
    report('doubt', location, {what: 'lostZero', got: text, given: restoreLeadingZero(text)});
}

interface CountedProblem {
  readonly what: 'garbled' | 'markup' | 'oddCode';
  readonly location: SourceLocation;
  readonly got: string;
  count: number;
}

/** Counts problems that usually affect many cells of a column, to report each once per column. */
export class ColumnChecks {
  readonly #problems = new Map<string, CountedProblem>();

  checkCell(target: string, raw: unknown, location: SourceLocation): void {
    if (CODE_FIELD.test(target) && !COMMUNE_CODE.test(String(raw).trim()))
      this.#count('oddCode', raw, location);
    if (typeof raw !== 'string') return;
    if (MISDECODED.test(raw)) this.#count('garbled', raw, location);
    if (HTML_TAG.test(raw)) this.#count('markup', raw, location);
  }

  #count(what: CountedProblem['what'], raw: unknown, location: SourceLocation): void {
    const key = `${what} ${location.name ?? ''}`;
    const seen = this.#problems.get(key);
    if (seen) seen.count++;
    else this.#problems.set(key, {what, location, got: quotedValue(raw), count: 1});
  }

  report(report: ReportDiagnostic): void {
    for (const {what, location, got, count} of this.#problems.values())
      report('doubt', location, what === 'markup' ? {what, count} : {what, got, count});
  }
}
